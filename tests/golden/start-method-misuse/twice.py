import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    multiprocessing.set_start_method("forkserver")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' is called a second time and raises RuntimeError.
