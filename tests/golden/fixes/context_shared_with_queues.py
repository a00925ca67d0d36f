# Processes, queues and locks move to one context, under a name that is free.
import multiprocessing


def work(queue, lock):
    with lock:
        queue.put(1)


def main(ctx=None):
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(queue, multiprocessing.Lock()))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()


if __name__ == "__main__":
    main()
