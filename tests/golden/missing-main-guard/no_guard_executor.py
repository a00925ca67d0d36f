# A function that the script calls without main guard.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def double(x):
    return 2 * x


def main():
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        print(list(executor.map(double, range(3))))


main()
#^^^^^ FRK303 error: 'concurrent.futures.ProcessPoolExecutor' is reached when the script is imported: no main guard stands before it.
