# The queue is made in a function that runs before.
import multiprocessing


def prepare():
    return multiprocessing.Queue()


def main():
    prepare()
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.


if __name__ == "__main__":
    main()
