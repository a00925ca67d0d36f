# silent
"""Call multiprocessing.get_context("fork") and os.fork()."""
# multiprocessing.set_start_method("fork")
import multiprocessing

HELP = 'use multiprocessing.get_context("fork")'
print(HELP, "fork", multiprocessing.__name__)
