# A lock of the fork context for the initializer of a spawned pool.
import multiprocessing

held = []


def keep(lock):
    held.append(lock)


def work(n):
    with held[0]:
        return n


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    context = multiprocessing.get_context()
    lock = multiprocessing.get_context("fork").Lock()
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    with context.Pool(1, initializer=keep, initargs=(lock,)) as pool:
#                                          ^^^^^^^^^^^^^^^^ FRK304 error: 'multiprocessing.Pool' is given a primitive of the fork context, 'multiprocessing.Lock'.
        print(pool.map(work, [2]), flush=True)
