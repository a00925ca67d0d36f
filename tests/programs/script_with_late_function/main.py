import multiprocessing

print("begin", flush=True)
numbers = [1, 2, 3]


def shifted(number):
    return number + len(numbers)


with multiprocessing.Pool(2) as pool:
    print(pool.map(shifted, numbers))
