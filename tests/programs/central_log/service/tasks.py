"""What a child does: some work, and a line in the log."""

import logging

from .logs import configure_child


def count_primes(queue, low, high):
    configure_child(queue)
    primes = [n for n in range(low, high) if n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))]
    logging.getLogger("primes").info("%d primes from %d to %d", len(primes), low, high)
