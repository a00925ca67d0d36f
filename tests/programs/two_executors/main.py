from concurrent.futures import ProcessPoolExecutor


def twice(number):
    return number * 2


def first():
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(twice, [1, 2]))


def second(numbers):
    with ProcessPoolExecutor(2) as executor:
        return list(executor.map(twice, numbers))


if __name__ == "__main__":
    print(first(), second([3]))
