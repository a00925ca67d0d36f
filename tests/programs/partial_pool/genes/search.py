import functools

from . import align
from .tools import small_pool


def search(reference, sequences):
    """Where each sequence fits best."""
    task = functools.partial(align.best_offset, reference)
    with small_pool() as pool:
        return list(zip(sequences, pool.imap(task, sequences)))


def scores(reference, sequences, pool_maker):
    with pool_maker(initializer=None) as pool:
        return pool.map(functools.partial(align.score, reference, 2, -1), sequences)
