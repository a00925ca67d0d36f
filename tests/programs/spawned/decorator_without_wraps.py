# A decorator that gives its wrapper no name.
# spawn: FRK301
import multiprocessing


def timed(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


@timed
def work(x):
    print("work", x, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work, args=(1,))
    process.start()
    process.join()
