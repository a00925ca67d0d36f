import multiprocessing


def square(number):
    return number * number


with multiprocessing.Pool(2) as pool:
    print(pool.map(square, [1, 2, 3]))
