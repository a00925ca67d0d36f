import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.get_start_method())
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
