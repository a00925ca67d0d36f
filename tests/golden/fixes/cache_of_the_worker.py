# What a worker fills by itself when it lacks it, and what nobody reads there: the fix is safe.
import multiprocessing

cache = {}
seen = []


def root(number):
    if number not in cache:
        cache[number] = number ** 0.5
    return cache[number]


def main():
    seen.append(root(4))
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Take it from a "spawn" context
        print(pool.map(root, [4, 9]))


if __name__ == "__main__":
    main()
