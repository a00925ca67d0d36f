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
    process = multiprocessing.Process(target=work, args=("x",))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context (may break: a new process sees 'settings', which the main process may change after import, as it is after import)
#             related: settings.load(sys.argv)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
