# A function in a function, with what it takes from there.
# spawn: FRK301
import multiprocessing


def run(limit):
    def count():
        print("counted to", limit, flush=True)

    process = multiprocessing.Process(target=count)
    process.start()
    process.join()


if __name__ == "__main__":
    run(3)
