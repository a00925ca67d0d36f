# A class of a library changes the whole program.
import multiprocessing


class Dataset:
    def __init__(self):
        multiprocessing.set_start_method("spawn", force=True)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 note: 'multiprocessing.set_start_method' changes the start method of the whole program from library code.
