# The main process sets a global that the worker reads.
import multiprocessing

verbose = False


def configure():
    global verbose
    verbose = True


def work():
    print("verbose", verbose, flush=True)
#                    ^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'verbose', which the main process sets after import.


def main():
    configure()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
