"""Finds documents. The thread that warms up has ended when the processes start."""

import argparse

from search.index import Index
from search.score import ranked


def main():
    index = Index()
    index.start_filling()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="+")
    query = parser.parse_args().words
    index.wait()
    candidates = sorted({number for word in query for number in index.words.get(word, [])})
    for number, value in ranked(query, candidates):
        print("%d %.3f" % (number, value))


if __name__ == "__main__":
    main()
