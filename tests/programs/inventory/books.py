"""Books the deliveries of a day from several clerks at once."""

import multiprocessing
import sys

from stock.clerks import DELIVERIES, book_deliveries
from stock.ledger import open_ledger


def book_all(ledger):
    clerks = [multiprocessing.Process(target=book_deliveries, args=(ledger, clerk)) for clerk in DELIVERIES]
    for each in clerks:
        each.start()
    for each in clerks:
        each.join()
    return all(each.exitcode == 0 for each in clerks)


def main():
    manager, ledger = open_ledger()
    try:
        if not book_all(ledger):
            return 1
        for name, count in sorted(ledger.summary().items()):
            print("%-8s %4d" % (name, count))
        print("bookings:", len(ledger.journal))
    finally:
        manager.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
