# In the function that runs first.
# silent
import multiprocessing


def work():
    multiprocessing.Process(target=print).start()


def main():
    multiprocessing.set_start_method("forkserver")
    work()


if __name__ == "__main__":
    main()
