# One script sets spawn, the other one does not: the finding names the one that forks.
import multiprocessing

from work import run

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    run()
