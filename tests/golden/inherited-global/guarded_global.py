# The worker reads a name that only the main guard binds.
import multiprocessing


def work():
    print("level", level, flush=True)
#                  ^^^^^ FRK305 error: A process of 'multiprocessing.Process' reads 'level', which only the main guard binds.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    level = 3
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
