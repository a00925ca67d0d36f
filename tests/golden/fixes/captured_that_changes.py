# A variable of a loop, one that is bound again, and nonlocal: nobody can say what partial would have to keep.
import multiprocessing


def loops():
    for number in range(3):
        multiprocessing.Process(target=lambda: print(number)).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def rebinds():
    text = "a"

    def work():
        print(text)

    text = "b"
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def counts():
    count = 0

    def work():
        nonlocal count
        count += 1

    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(count)


if __name__ == "__main__":
    loops()
    rebinds()
    counts()
