# A script without a main guard gets one around what it does; what workers need stays outside.
import multiprocessing

LIMIT = 3


def square(number):
    return min(number * number, LIMIT)


# The work.
with multiprocessing.Pool(2) as pool:
#    ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    text = """several
lines"""

    print(pool.map(square, [1, 2, 3]), text)
print("done")
