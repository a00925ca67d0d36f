"""Books while an audit runs."""

from bank import accounts
from bank.audit import Auditor


def main():
    auditor = Auditor(accounts.locked())
    child, reader = auditor.start()
    accounts.book("ada", 50)
    print("audited:", reader.recv())
    child.join()
    print("now:", sum(accounts.balances().values()))


if __name__ == "__main__":
    main()
