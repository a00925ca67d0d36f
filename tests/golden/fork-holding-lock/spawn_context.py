# A child of spawn makes its own lock.
# silent
import multiprocessing
import threading

lock = threading.Lock()


def work():
    print("working")


if __name__ == "__main__":
    with lock:
        process = multiprocessing.get_context("spawn").Process(target=work)
        process.start()
    process.join()
