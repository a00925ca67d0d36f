# A shared counter at module level, of which each process makes its own.
# spawn: FRK305
import multiprocessing

counter = multiprocessing.Value("i", 0)


def work():
    with counter.get_lock():
        counter.value += 1


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print(counter.value)
