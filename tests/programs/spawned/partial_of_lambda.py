# A lambda inside of functools.partial.
# spawn: FRK301
import functools
import multiprocessing

if __name__ == "__main__":
    show = functools.partial(lambda x, y: print(x + y, flush=True), 1)
    process = multiprocessing.Process(target=show, args=(2,))
    process.start()
    process.join()
