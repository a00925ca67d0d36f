# The last forced method counts.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.set_start_method' is asked for the fork start method.
    multiprocessing.set_start_method("spawn", force=True)
    multiprocessing.Process(target=print).start()
