# What a function takes from the one around it goes through functools.partial; a queue moves to the context.
import multiprocessing


def main():
    queue = multiprocessing.Queue()
    factor = 3

    def work(number):
        queue.put(number * factor)

    multiprocessing.Process(target=work, args=(2,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Use a "spawn" context, with the queues and locks that it shares; 'work' moved to module level, the lambda as '_main_target' at module level
    print(queue.get())
    multiprocessing.Process(target=lambda: queue.put("done")).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Use a "spawn" context, with the queues and locks that it shares; 'work' moved to module level, the lambda as '_main_target' at module level
    print(queue.get())


if __name__ == "__main__":
    main()
