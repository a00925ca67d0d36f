# With force it always works.
# silent
import multiprocessing

if __name__ == "__main__":
    queue = multiprocessing.Queue()
    multiprocessing.set_start_method("spawn", force=True)
