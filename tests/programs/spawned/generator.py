# A generator as an argument.
# spawn: FRK302
import multiprocessing


def numbers():
    yield 1
    yield 2


def add(items):
    print(sum(items), flush=True)


if __name__ == "__main__":
    items = numbers()
    process = multiprocessing.Process(target=add, args=(items,))
    process.start()
    process.join()
