# The main process sets an attribute of a class.
import multiprocessing


class Settings:
    level = 0


def work():
    print("level", Settings.level, flush=True)
#                  ^^^^^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'Settings.level', which the main process sets after import.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    Settings.level = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
