"""Counts vowels."""
import sys
from concurrent.futures import ProcessPoolExecutor

WORDS = ["alpha", "beta", "gamma"]


def vowels(word):
    return sum(letter in "aeiou" for letter in word)


def main():
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(vowels, WORDS)), file=sys.stdout)


if __name__ == "__main__":
    main()
