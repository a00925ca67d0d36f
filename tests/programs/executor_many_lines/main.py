import concurrent.futures
import os


def identify(number):
    return number, os.path.basename(__file__)


def main():
    executor = concurrent.futures.ProcessPoolExecutor(
        max_workers=2,  # one for each half
    )
    with executor:
        print([future.result() for future in [executor.submit(identify, n) for n in (1, 2)]])


if __name__ == "__main__":
    main()
