# Where the process is forked it is no finding of its own.
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.Process(target=lambda: print("counted"))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
