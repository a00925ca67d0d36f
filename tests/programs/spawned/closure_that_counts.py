# The main process counts in a closure that the worker calls.
# spawn: FRK305
import multiprocessing


def counter():
    count = 0

    def next_number():
        nonlocal count
        count += 1
        return count

    return next_number


number = counter()


def work():
    print("number", number(), flush=True)


if __name__ == "__main__":
    number()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
