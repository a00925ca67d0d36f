# The same with a main guard.
# spawn: works
from concurrent.futures import ProcessPoolExecutor


def double(x):
    return 2 * x


def main():
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(double, range(3))))


if __name__ == "__main__":
    main()
