import multiprocessing

from pools import run

if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    run()
