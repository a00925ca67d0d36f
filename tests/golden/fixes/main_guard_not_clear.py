# A function reads what the script's own level binds in between: where the guard would begin is not clear.
import multiprocessing

print("begin")
numbers = [1, 2]


def square(number):
    return number * len(numbers)


with multiprocessing.Pool(2) as pool:
#    ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(pool.map(square, numbers))
