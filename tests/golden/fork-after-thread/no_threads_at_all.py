# Names that look like threads.
import multiprocessing
import threading


class Thread:
    def start(self):
        print("started")


def work():
    print(threading.current_thread().name, threading.active_count())


if __name__ == "__main__":
    Thread().start()
    threading.Event().set()
    local = threading.local()
    local.x = 1
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
