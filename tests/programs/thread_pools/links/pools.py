"""Pools of threads under the names of multiprocessing."""

from multiprocessing.dummy import Pool as WorkerPool
from multiprocessing.pool import ThreadPool


def make_pool(kind, size):
    if kind == "dummy":
        return WorkerPool(size)
    return ThreadPool(processes=size)
