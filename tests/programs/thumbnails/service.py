"""Makes thumbnails as orders come in; its author knew about fork."""

import multiprocessing

from imaging import Picture, scale_all

ORDERS = ["gallery", "front page", "archive"]


def pictures_of(order):
    for number in range(3):
        rows = [[(x + y * number) % 256 for x in range(16)] for y in range(16)]
        yield Picture("%s %d" % (order, number), rows)


def main():
    for order in ORDERS:
        done = scale_all(list(pictures_of(order)))
        print(order + ":", ", ".join("%s %dx%d" % (each.name, *each.size) for each in done))


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
