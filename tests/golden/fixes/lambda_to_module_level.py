# A lambda without captured variables becomes a function at module level.
import multiprocessing


def main():
    # Comments stay.
    multiprocessing.Process(target=lambda name, times=2: print(name * times), args=("x",)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    main()
