# A nested function moves with its comments, decorators, defaults and annotations; its own name stays free.
import functools
import multiprocessing

SCALE = 3


def named(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


def main(count: int) -> None:
    print(count)

    # Says it loudly.
    @named
    def shout(text: str, times: int = SCALE) -> None:
        """Docstrings of
        several lines keep them."""
        if times > 1:
            shout(text, times - 1)
        print(text.upper())

    process = multiprocessing.Process(target=shout, args=("a",))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()


if __name__ == "__main__":
    main(1)
