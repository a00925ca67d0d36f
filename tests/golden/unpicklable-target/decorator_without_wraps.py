# A decorator that gives its wrapper no name.
import multiprocessing


def timed(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


@timed
def work(x):
    print("work", x, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=work, args=(1,))
#                                     ^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent 'work' in the wrapper of a decorator without functools.wraps.
    process.start()
    process.join()
