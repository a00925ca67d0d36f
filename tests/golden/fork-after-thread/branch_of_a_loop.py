# What is bound before a loop chooses the same branch in each of its rounds; what is bound in it may choose another.
import multiprocessing
import threading


def work():
    pass


def chosen_before(kind, items):
    for item in items:
        if kind == "threads":
            threading.Thread(target=work).start()
        else:
            process = multiprocessing.Process(target=work)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
            process.start()
            process.join()


def chosen_in_each_round(items):
    for kind in items:
        if kind == "threads":
            threading.Thread(target=work).start()
        else:
            process = multiprocessing.Process(target=work)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
            process.start()
            process.join()


def chosen_anew(kind, items):
    for item in items:
        if kind == "threads":
            threading.Thread(target=work).start()
        else:
            process = multiprocessing.Process(target=work)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
            process.start()
            process.join()
        kind = item


if __name__ == "__main__":
    import sys

    chosen_before(sys.argv[1], sys.argv[2:])
    chosen_in_each_round(sys.argv[2:])
    chosen_anew(sys.argv[1], sys.argv[2:])
