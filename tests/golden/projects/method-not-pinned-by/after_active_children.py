# Settles nothing: the start method may still be set.
# silent
import multiprocessing

if __name__ == "__main__":
    multiprocessing.active_children()
    multiprocessing.set_start_method("spawn")
