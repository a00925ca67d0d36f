# The start method is set once, first thing under the main guard.
import multiprocessing


def main():
    multiprocessing.Process(target=print).start()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
