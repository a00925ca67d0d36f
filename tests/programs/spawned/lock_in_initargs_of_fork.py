# A lock of the fork context for the initializer of a spawned pool.
# spawn: FRK304
import multiprocessing

held = []


def keep(lock):
    held.append(lock)


def work(n):
    with held[0]:
        return n


if __name__ == "__main__":
    context = multiprocessing.get_context()
    lock = multiprocessing.get_context("fork").Lock()
    with context.Pool(1, initializer=keep, initargs=(lock,)) as pool:
        print(pool.map(work, [2]), flush=True)
