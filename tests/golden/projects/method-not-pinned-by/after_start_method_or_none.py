# Settles nothing: the start method may still be set.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("spawn")
