# A decorator that keeps the name.
# spawn: works
import functools
import multiprocessing


def timed(function):
    @functools.wraps(function)
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
