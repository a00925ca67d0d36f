"""Starts some jobs and lists them."""

import multiprocessing

from scheduler.jobs import start_job, started


def main():
    results = multiprocessing.SimpleQueue()
    for number, name in enumerate(["backup", "index"]):
        start_job(name, number * 60, results).join()
    print(sorted(results.get() for _ in started()))
    print(started())


if __name__ == "__main__":
    main()
