# What a function takes from the one around it goes through functools.partial; a queue moves to the context.
import functools
import multiprocessing

ctx = multiprocessing.get_context("spawn")


def _main_work(queue, factor, number):
    queue.put(number * factor)


def _main_target(queue):
    return queue.put("done")


def main():
    queue = ctx.Queue()
    factor = 3

    work = functools.partial(_main_work, queue, factor)

    ctx.Process(target=work, args=(2,)).start()
    print(queue.get())
    ctx.Process(target=functools.partial(_main_target, queue)).start()
    print(queue.get())


if __name__ == "__main__":
    main()
