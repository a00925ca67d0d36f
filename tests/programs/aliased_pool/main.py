import argparse
import multiprocessing as mp
from collections import Counter

TEXT = "a rose is a rose is a rose"


def letters(word):
    return Counter(word)


def count(words, jobs):
    total = Counter()
    with mp.Pool(processes=jobs) as pool:
        for part in pool.imap(letters, words, chunksize=2):
            total += part
    return total


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    print(sorted(count(TEXT.split(), parser.parse_args().jobs).items()))
