# None arrives only without workers: forks nothing.
from loaders import loader

if __name__ == "__main__":
    list(loader([1]))
