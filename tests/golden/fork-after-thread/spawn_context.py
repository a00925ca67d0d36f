# Processes of spawn and forkserver inherit nothing.
# silent
import multiprocessing
import threading


def report(stop):
    stop.wait()


def square(x):
    return x * x


if __name__ == "__main__":
    stop = threading.Event()
    threading.Thread(target=report, args=(stop,)).start()
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(square, range(4)))
    with multiprocessing.get_context("forkserver").Pool(2) as pool:
        print(pool.map(square, range(4)))
    stop.set()
