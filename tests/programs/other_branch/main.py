"""Converts lengths."""

import argparse

from convert.modes import convert_lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--light", action="store_true")
    light = parser.parse_args().light
    for line in convert_lines(["3 foot", "12 inch", "100 yard"], light):
        print(line)


if __name__ == "__main__":
    main()
