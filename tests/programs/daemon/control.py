"""keep: a table that a daemon works out in the background."""

import argparse
import os
import sys
import tempfile

from keeper.daemonize import daemonize
from keeper.job import table
from keeper.store import Store


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=9)
    parser.add_argument("--foreground", action="store_true")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    folder = tempfile.mkdtemp(prefix="keeper")
    store = Store(os.path.join(folder, "table"))
    if arguments.foreground:
        store.write(table(arguments.limit))
    elif daemonize(os.path.join(folder, "pid")):
        store.write(table(arguments.limit))
        os._exit(0)
    print("\n".join(store.wait_for_lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
