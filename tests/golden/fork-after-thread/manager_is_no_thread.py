# A manager is a process; its client has no thread.
import multiprocessing


def work(shared):
    shared["x"] = 1


if __name__ == "__main__":
    manager = multiprocessing.Manager()
#             ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Manager' creates its processes by fork, the default start method on Linux before Python 3.14.
    shared = manager.dict()
    process = multiprocessing.Process(target=work, args=(shared,))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
    print(shared)
