# If something pinned the default, nobody hears of it.
import multiprocessing

if __name__ == "__main__":
    try:
        multiprocessing.set_start_method("spawn")
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 note: 'multiprocessing.set_start_method' can fail without a word: the RuntimeError is swallowed.
    except RuntimeError:
        pass
