# A script without a main guard gets one around what it does; what workers need stays outside.
import multiprocessing

LIMIT = 3


def square(number):
    return min(number * number, LIMIT)


if __name__ == "__main__":
    # The work.
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        text = """several
lines"""

        print(pool.map(square, [1, 2, 3]), text)
    print("done")
