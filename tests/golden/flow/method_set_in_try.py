# The error is told and raised again: nothing is swallowed.
# silent
import multiprocessing

if __name__ == "__main__":
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError:
        print("already set")
        raise
    multiprocessing.Process(target=print).start()
