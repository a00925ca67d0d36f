# Processes, queues and locks move to one context, under a name that is free.
import multiprocessing

mp_context = multiprocessing.get_context("spawn")


def work(queue, lock):
    with lock:
        queue.put(1)


def main(ctx=None):
    queue = mp_context.Queue()
    process = mp_context.Process(target=work, args=(queue, mp_context.Lock()))
    process.start()


if __name__ == "__main__":
    main()
