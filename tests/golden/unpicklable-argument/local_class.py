# An object of a class that is defined in a function.
import multiprocessing


def show(point):
    print(point.x, flush=True)


def run():
    class Point:
        def __init__(self, x):
            self.x = x

    process = multiprocessing.Process(target=show, args=(Point(1),))
#                                                  ^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent the class 'Point', which is defined in a function.
    process.start()
    process.join()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    run()
