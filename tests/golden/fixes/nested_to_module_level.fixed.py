# A nested function moves with its comments, decorators, defaults and annotations; its own name stays free.
import functools
import multiprocessing

SCALE = 3


def named(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


# Says it loudly.
@named
def shout(text: str, times: int = SCALE) -> None:
    """Docstrings of
        several lines keep them."""
    if times > 1:
        shout(text, times - 1)
    print(text.upper())


def main(count: int) -> None:
    print(count)

    process = multiprocessing.get_context("spawn").Process(target=shout, args=("a",))
    process.start()
    process.join()


if __name__ == "__main__":
    main(1)
