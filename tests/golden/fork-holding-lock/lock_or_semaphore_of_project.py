# An object of the project that is called a lock.
import multiprocessing
import os


class FileLock:
    def __init__(self, path):
        self._file = os.open(path, os.O_CREAT | os.O_RDWR)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        os.close(self._file)


def work():
    print("working")


if __name__ == "__main__":
    with FileLock(os.devnull):
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        process.start()
    process.join()
