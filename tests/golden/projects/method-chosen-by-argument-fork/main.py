# An argument chooses the start method: fork is one of its choices.
import multiprocessing

from options import parse
from work import run

if __name__ == "__main__":
    multiprocessing.set_start_method(parse().any_method)
    run()
