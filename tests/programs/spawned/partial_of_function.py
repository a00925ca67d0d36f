# functools.partial of a function at module level.
# spawn: works
import functools
import multiprocessing


def show(x, y):
    print(x + y, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=functools.partial(show, 1), args=(2,))
    process.start()
    process.join()
