# Every run begins in main(), which sets spawn.
# silent
import multiprocessing

from resize.work import resize_all


def main():
    multiprocessing.set_start_method("spawn")
    return resize_all(["a.png"])
