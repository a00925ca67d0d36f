# spawn does not fork.
# silent
import multiprocessing
import threading


def work():
    print("working")


def start_worker():
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    thread = threading.Thread(target=start_worker)
    thread.start()
    thread.join()
