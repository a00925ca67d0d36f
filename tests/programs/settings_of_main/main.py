import multiprocessing
import sys

from settings import names, remember, settings


def scaled(number):
    factor = settings.values["factor"]
    return str(number * factor), factor, names.get("owner", "nobody")


def main(arguments):
    settings.read(arguments)
    for key, value in [("owner", "main")]:
        remember(names, key, value)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(scaled, [1, 2]))


if __name__ == "__main__":
    main(sys.argv[1:])
