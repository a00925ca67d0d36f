# A function that the script calls without main guard.
# spawn: FRK303
from concurrent.futures import ProcessPoolExecutor


def double(x):
    return 2 * x


def main():
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(double, range(3))))


main()
