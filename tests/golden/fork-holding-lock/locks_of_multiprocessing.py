# They are shared between the processes: the child waits until its parent releases them.
import multiprocessing

lock = multiprocessing.Lock()


def work():
    with lock:
        print("working")


if __name__ == "__main__":
    with lock:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        process.start()
    process.join()
