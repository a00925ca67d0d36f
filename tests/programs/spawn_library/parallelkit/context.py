"""The one place where the start method is named."""

import multiprocessing

CONTEXT = multiprocessing.get_context("spawn")


def cpu_count(limit=2):
    return min(limit, CONTEXT.cpu_count())
