"""Converts titles with one of several plugins."""

import importlib
import sys

from converter import registry

TITLES = ["the lord of the rings", "a tale of two cities", "war and peace"]


def load_plugins():
    for name in ("plain", "parallel"):
        importlib.import_module("converter." + name)


def main():
    load_plugins()
    chosen = sys.argv[1] if len(sys.argv) > 1 else "parallel"
    convert_all = registry.get(chosen)
    for title in convert_all(TITLES):
        print(title)


if __name__ == "__main__":
    main()
