# An object of a class that is defined in a function.
# spawn: FRK302
import multiprocessing


def show(point):
    print(point.x, flush=True)


def run():
    class Point:
        def __init__(self, x):
            self.x = x

    process = multiprocessing.Process(target=show, args=(Point(1),))
    process.start()
    process.join()


if __name__ == "__main__":
    run()
