# What is set on some ways only, and what comes after the processes.
# silent
import multiprocessing
import sys

verbose = False
later = 0


def work():
    print(verbose, later)


def main():
    global verbose, later
    if "-v" in sys.argv:
        verbose = True
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    later = 1
    process.join()


if __name__ == "__main__":
    main()
