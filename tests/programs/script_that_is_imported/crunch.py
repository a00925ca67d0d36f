import multiprocessing


def square(number):
    return number * number


pool = multiprocessing.Pool(2)
table = pool.map(square, [1, 2, 3])
pool.close()
pool.join()
print("table", table)
