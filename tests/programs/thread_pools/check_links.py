"""Checks links with threads only; the names look like processes."""

import argparse

from links.background import in_background
from links.check import check, visits
from links.pools import make_pool

LINKS = ["/", "/old", "/news", "/gone", "/about"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pool", choices=["dummy", "threads"], default="dummy")
    arguments = parser.parse_args()
    background = in_background(check, "/robots.txt")
    with make_pool(arguments.pool, 3) as pool:
        for link, status in sorted(pool.map(check, LINKS)):
            print(status, link)
    background.join()
    print(visits(), "visits")


if __name__ == "__main__":
    main()
