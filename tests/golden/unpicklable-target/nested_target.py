# A function in a function, with what it takes from there.
import multiprocessing


def run(limit):
    def count():
        print("counted to", limit, flush=True)

    process = multiprocessing.Process(target=count)
#                                     ^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent the nested function 'count'.
    process.start()
    process.join()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    run(3)
