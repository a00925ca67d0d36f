# Runs again in every spawned child.
import multiprocessing

multiprocessing.set_start_method("spawn")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' is called when this module is imported.
