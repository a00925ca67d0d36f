# A task that is a lambda fails by fork as well.
# silent
import multiprocessing

if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(lambda x: x, [1]))
