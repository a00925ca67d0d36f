"""Prints a report of a log: how many answers of which status, and who asked most."""

import argparse

from statistics_tool.executors import make_executor
from statistics_tool.merge import merged
from statistics_tool.parse import chunks, parse_chunk

STATUSES = ("200", "200", "404", "200", "500")


def sample_log(length):
    return ["10.0.0.%d GET /page/%d %s" % (n % 7, n, STATUSES[n % len(STATUSES)]) for n in range(length)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--executor", choices=["inline", "threads", "processes"], default="processes")
    parser.add_argument("--length", type=int, default=500)
    arguments = parser.parse_args()
    with make_executor(arguments.executor) as executor:
        results = executor.map(parse_chunk, chunks(sample_log(arguments.length), 100))
        statuses, hosts = merged(results)
    for status, count in sorted(statuses.items()):
        print(status, count)
    print("most:", hosts.most_common(1)[0])


if __name__ == "__main__":
    main()
