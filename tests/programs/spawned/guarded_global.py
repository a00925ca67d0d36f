# The worker reads a name that only the main guard binds.
# spawn: FRK305
import multiprocessing


def work():
    print("level", level, flush=True)


if __name__ == "__main__":
    level = 3
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
