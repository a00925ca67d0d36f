# An argument chooses the start method: by its choices it can't be fork.
import multiprocessing

from options import parse
from work import run

if __name__ == "__main__":
    multiprocessing.set_start_method(parse().start_method)
    run()
