# Asking whether there is such a method makes nothing: the value is not used.
# silent
import multiprocessing

try:
    multiprocessing.get_context("fork")
    HAS_FORK = True
except ValueError:
    HAS_FORK = False
HAS_FORK_TOO = "fork" in multiprocessing.get_all_start_methods()
