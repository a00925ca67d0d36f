"""Tries several rates. Pools in spawned children spawn too."""

from sweep.cluster import sweep


def main():
    for rate, method, scores in sweep([1, 2]):
        print(rate, method, scores)


if __name__ == "__main__":
    main()
