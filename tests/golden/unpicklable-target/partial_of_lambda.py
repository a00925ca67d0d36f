# A lambda inside of functools.partial.
import functools
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    show = functools.partial(lambda x, y: print(x + y, flush=True), 1)
    process = multiprocessing.Process(target=show, args=(2,))
#                                     ^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent a lambda.
    process.start()
    process.join()
