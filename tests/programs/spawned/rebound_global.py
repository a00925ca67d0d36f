# The main process sets a global that the worker reads.
# spawn: FRK305
import multiprocessing

verbose = False


def configure():
    global verbose
    verbose = True


def work():
    print("verbose", verbose, flush=True)


def main():
    configure()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
