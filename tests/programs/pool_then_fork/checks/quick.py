"""A pool for everything that is quick. It stays open: starting it takes time."""

import multiprocessing


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, int(number ** 0.5) + 1))


class QuickChecks:
    def __init__(self):
        self.pool = multiprocessing.Pool(2)

    def primes(self, numbers):
        answers = self.pool.map(is_prime, numbers)
        return [number for number, answer in zip(numbers, answers) if answer]

    def close(self):
        self.pool.close()
        self.pool.join()
