# A shared counter at module level, of which each process makes its own.
import multiprocessing

counter = multiprocessing.Value("i", 0)


def work():
    with counter.get_lock():
#        ^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'counter', which is made at module level.
        counter.value += 1


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    process.join()
    print(counter.value)
