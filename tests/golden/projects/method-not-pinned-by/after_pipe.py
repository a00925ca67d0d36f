# Settles nothing: the start method may still be set.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.Pipe()
    multiprocessing.set_start_method("spawn")
