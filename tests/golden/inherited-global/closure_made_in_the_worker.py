# The worker makes the closure itself, as the main process made one of its own.
# silent
import multiprocessing


def counter():
    count = 0

    def next_number():
        nonlocal count
        count += 1
        return count

    return next_number


def work():
    print("number", counter()(), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    counter()()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
