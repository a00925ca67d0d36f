# What the workers read may have been changed by then: the fix says so, and is not safe.
import multiprocessing
import sys


class Settings:
    def __init__(self):
        self.values = {}

    def load(self, arguments):
        for argument in arguments:
            self.values[argument] = True


settings = Settings()


def work(name):
    print(settings.values.get(name))


def main():
    settings.load(sys.argv)
    process = multiprocessing.get_context("spawn").Process(target=work, args=("x",))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
