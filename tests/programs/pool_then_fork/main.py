"""Quick checks in a pool, dangerous ones in a forked child while the pool's helper threads run."""

from checks.isolated import divide, status_of
from checks.quick import QuickChecks


def main():
    quick = QuickChecks()
    print(quick.primes(range(20)))
    print(status_of(divide, 84, 2))
    print(status_of(divide, 1, 0))
    quick.close()
    print(status_of(divide, 9, 3))


if __name__ == "__main__":
    main()
