# The main process sets an attribute of a class.
# spawn: FRK305
import multiprocessing


class Settings:
    level = 0


def work():
    print("level", Settings.level, flush=True)


if __name__ == "__main__":
    Settings.level = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
