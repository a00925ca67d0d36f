"""Makes all thumbnails of the site, once, from the command line."""

import argparse
import logging

from imaging import scale_all
from imaging.picture import test_card


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def main():
    logging.basicConfig(level=logging.WARNING)
    arguments = parse_arguments()
    cards = [test_card("card%d" % number, 32, 16) for number in range(arguments.count)]
    for picture in scale_all(cards, arguments.workers):
        print(picture.name, "%dx%d" % picture.size, sum(map(sum, picture.rows)))


if __name__ == "__main__":
    main()
