"""Sums blocks; the threads are in the children only."""

from ingest.coordinator import Coordinator


def main():
    coordinator = Coordinator()
    coordinator.start()
    for name, total in sorted(coordinator.finish().items()):
        print(name, total)


if __name__ == "__main__":
    main()
