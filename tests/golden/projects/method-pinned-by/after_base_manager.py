# Settles the default start method: one that is set later raises.
import multiprocessing
import multiprocessing.managers

if __name__ == "__main__":
    multiprocessing.managers.BaseManager()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.managers.BaseManager' may create its processes by fork: whether its processes are started is not known here.
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
