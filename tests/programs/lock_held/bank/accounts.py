"""Accounts, guarded by one lock."""

import threading

_lock = threading.Lock()
_accounts = {"ada": 100, "grace": 250}


def locked():
    return _lock


def balances():
    return dict(_accounts)


def book(name, amount):
    _accounts[name] += amount
