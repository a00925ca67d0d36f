# A generator as an argument.
import multiprocessing


def numbers():
    yield 1
    yield 2


def add(items):
    print(sum(items), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    items = numbers()
    process = multiprocessing.Process(target=add, args=(items,))
#                                                 ^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a generator.
    process.start()
    process.join()
