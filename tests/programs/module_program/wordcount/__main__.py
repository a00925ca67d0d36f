"""python -m wordcount: counts words of texts that it carries along."""

import argparse

from . import __version__
from .counting import count_all
from .texts import TEXTS


def main():
    parser = argparse.ArgumentParser(prog="wordcount", description=__doc__)
    parser.add_argument("--top", type=int, default=3)
    parser.add_argument("--version", action="version", version=__version__)
    arguments = parser.parse_args()
    ranked = sorted(count_all(TEXTS).items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in ranked[:arguments.top]:
        print(count, word)


if __name__ == "__main__":
    main()
