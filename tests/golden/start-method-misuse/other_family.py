# A queue of multiprocessing does not settle the default of multiprocess.
# silent
import multiprocessing

import multiprocess

if __name__ == "__main__":
    multiprocessing.Queue()
    multiprocess.set_start_method("spawn")
