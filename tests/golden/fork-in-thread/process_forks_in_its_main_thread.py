# The thread starts a process of spawn, and that one forks in its own main thread.
import multiprocessing
import threading


def work():
    print("working")


def child():
    process = multiprocessing.get_context("fork").Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    process.start()
    process.join()


def start_worker():
    process = multiprocessing.get_context("spawn").Process(target=child)
    process.start()
    process.join()


if __name__ == "__main__":
    thread = threading.Thread(target=start_worker)
    thread.start()
    thread.join()
