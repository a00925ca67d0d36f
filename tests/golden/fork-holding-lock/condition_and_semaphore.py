# Other locks of the threading module.
import multiprocessing
import threading

condition = threading.Condition()
slots = threading.BoundedSemaphore(2)


def work():
    print("working")


if __name__ == "__main__":
    with condition:
        first = multiprocessing.Process(target=work)
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Condition is held.
        first.start()
        condition.notify_all()
    with slots:
        second = multiprocessing.Process(target=work)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.BoundedSemaphore is held.
        second.start()
