"""Sums of digits of powers of two, by processes of a chosen kind."""

import argparse

from jobs.context import context_for
from jobs.runner import Runner
from jobs.work import digits


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="fork, and hope")
    arguments = parser.parse_args()
    runner = Runner(context_for(arguments.fast))
    print(runner.run(digits, [10, 20]))
    print(runner.map(digits, [100, 200, 300]))


if __name__ == "__main__":
    main()
