# The main process sets an attribute of an object at module level.
# spawn: FRK305
import multiprocessing


class Settings:
    def __init__(self):
        self.level = 0


settings = Settings()


def work():
    print("level", settings.level, flush=True)


if __name__ == "__main__":
    settings.level = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
