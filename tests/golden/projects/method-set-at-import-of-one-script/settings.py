# Who imports this has spawn; who does not forks.
import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' is called when this module is imported.
