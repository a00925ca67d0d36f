"""Ready-made tools, some arguments already given."""

import functools
import multiprocessing
import multiprocessing.pool

small_pool = functools.partial(multiprocessing.Pool, 2)
thread_pool = functools.partial(multiprocessing.pool.ThreadPool, 2)

TOOLS = {"processes": small_pool, "threads": thread_pool}
