# Two fixes, one for each class: the import goes where both are made, words in texts are no use of it.
from multiprocessing import Process, cpu_count


def work(number):
    """Process a number."""
    return number


def first():
    process = Process(target=work, args=(1,))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()


def second():
    process = Process(target=work, args=(cpu_count(),))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()


if __name__ == "__main__":
    first()
    second()
