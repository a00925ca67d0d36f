"""Adds up invoices in several currencies."""

import multiprocessing

from cache.rates import Rates

INVOICES = [("EUR", [10, 20]), ("USD", [5, 7, 9]), ("JPY", [1000]), ("USD", [1])]


def total(order):
    rate, amounts = order
    return sum(amount * rate for amount in amounts)


def main():
    rates = Rates()
    orders = [(rates.rate(currency), amounts) for currency, amounts in INVOICES]
    with multiprocessing.Pool(2) as pool:
        totals = pool.map(total, orders)
    rates.cache.clear()
    for (currency, amounts), cents in zip(INVOICES, totals):
        print("%s %-10s %8.2f" % (currency, amounts, cents / 100))


if __name__ == "__main__":
    main()
