# The main process counts in a closure that the worker calls.
import multiprocessing


def counter():
    count = 0

    def next_number():
        nonlocal count
        count += 1
#       ^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'count', which the main process sets after import.
        return count

    return next_number


number = counter()


def work():
    print("number", number(), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    number()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
