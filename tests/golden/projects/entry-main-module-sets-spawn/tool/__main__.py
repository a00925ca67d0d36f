# silent
import multiprocessing

from tool.work import run

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    run()
