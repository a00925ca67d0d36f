# Settles nothing: the start method may still be set.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.RawArray("i", 3)
    multiprocessing.set_start_method("spawn")
