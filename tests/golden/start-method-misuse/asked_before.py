# Whoever asks first whether a method is set sets it only once.
# silent
import multiprocessing

if __name__ == "__main__":
    if multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method("spawn")
