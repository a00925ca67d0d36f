# Settles the default start method: one that is set later raises.
import multiprocessing
import multiprocessing.dummy

if __name__ == "__main__":
    multiprocessing.dummy.Pool(2)
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
