import multiprocessing

if __name__ == "__main__":
    queue = multiprocessing.Queue()
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
