"""Uses the library beside a thread, which is no danger to spawned processes."""

import threading

from parallelkit import Counter, parallel_map


def cube(number):
    return number ** 3


def main():
    stop = threading.Event()
    watcher = threading.Thread(target=stop.wait, name="watch", daemon=True)
    watcher.start()
    print(parallel_map(cube, range(5)))
    with Counter() as counter:
        print([counter.add(number) for number in (5, 10, 20)])
    stop.set()
    watcher.join()


if __name__ == "__main__":
    main()
