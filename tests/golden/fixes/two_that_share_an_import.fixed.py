# Two fixes, one for each class: the import goes where both are made, words in texts are no use of it.
from multiprocessing import cpu_count, get_context

ctx = get_context("spawn")


def work(number):
    """Process a number."""
    return number


def first():
    process = ctx.Process(target=work, args=(1,))
    process.start()
    process.join()


def second():
    process = ctx.Process(target=work, args=(cpu_count(),))
    process.start()
    process.join()


if __name__ == "__main__":
    first()
    second()
