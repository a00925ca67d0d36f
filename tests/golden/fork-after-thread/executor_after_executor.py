# The executor of processes has a thread that manages them.
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


if __name__ == "__main__":
    first = ProcessPoolExecutor(2)
#           ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
    print(first.submit(square, 2).result())
    second = ProcessPoolExecutor(2)
#            ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of ProcessPoolExecutor is alive.
    print(second.submit(square, 2).result())
    second.shutdown()
    first.shutdown()
