"""Rates of exchange, kept for half a minute."""

from .expiry import ExpiringCache

KNOWN = {"EUR": 100, "USD": 92, "GBP": 117, "JPY": 1}


class Rates:
    def __init__(self):
        self.cache = ExpiringCache(30)

    def rate(self, currency):
        known = self.cache.get(currency)
        if known is None:
            known = KNOWN[currency]
            self.cache.put(currency, known)
        return known
