# The main process sets an attribute of an object at module level.
import multiprocessing


class Settings:
    def __init__(self):
        self.level = 0


settings = Settings()


def work():
    print("level", settings.level, flush=True)
#                  ^^^^^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'settings.level', which the main process sets after import.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    settings.level = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
