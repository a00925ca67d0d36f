"""The one place that decides how helper processes are started."""

import multiprocessing as mp


def worker_context():
    # Fast, and the parent's shards need no copying.
    return mp.get_context("fork")
