import sys
from concurrent.futures import ProcessPoolExecutor


def work(number):
    return number ** 2


def run(numbers, jobs):
    if jobs == 1:
        return [work(number) for number in numbers]
    with ProcessPoolExecutor(jobs) as executor:
        return list(executor.map(work, numbers))


if __name__ == "__main__":
    print(run([1, 2, 3], int(sys.argv[1])))
