"""Finds short sequences in a longer one."""

import sys

from genes.search import scores, search
from genes.tools import TOOLS

REFERENCE = "ACGTTGCAACGGATTACAGTC"


def main(tool="processes"):
    for sequence, at in search(REFERENCE, ["GATTACA", "TTGC", "AGTC"]):
        print("%2d %s" % (at, sequence))
    print(scores(REFERENCE, ["ACGT", "TTTT"], TOOLS[tool]))


if __name__ == "__main__":
    main(*sys.argv[1:])
