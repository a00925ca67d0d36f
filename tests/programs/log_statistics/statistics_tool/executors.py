"""One place that decides how work is spread, so that tests can run without processes."""

import os
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor


class InlineExecutor(Executor):
    """Runs everything at once in the caller, for debugging."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def make_executor(kind, workers=None):
    workers = workers or min(2, os.cpu_count() or 1)
    if kind == "inline":
        return InlineExecutor()
    if kind == "threads":
        return ThreadPoolExecutor(max_workers=workers, thread_name_prefix="parse")
    return ProcessPoolExecutor(max_workers=workers)
