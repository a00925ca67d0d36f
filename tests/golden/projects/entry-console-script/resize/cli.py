# The console script calls main(): what the main guard sets does not hold there.
import multiprocessing

from resize.work import resize_all


def main():
    return resize_all(["a.png"])


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
