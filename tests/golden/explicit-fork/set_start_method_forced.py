import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method(method="fork", force=True)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.set_start_method' is asked for the fork start method.
