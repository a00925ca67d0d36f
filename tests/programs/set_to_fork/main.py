import multiprocessing

import crunch

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    print(crunch.run([1, 2, 3]))
