import functools
from multiprocessing import get_context

job = lambda: 1

make = functools.partial(get_context("spawn").Process, target=job)
