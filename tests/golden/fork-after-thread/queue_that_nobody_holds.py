# A queue that only a local name holds, or an object that only a local name holds, is gone when its function returns,
# and its feeder thread with it.
import multiprocessing


def work():
    print("working")


def count(names):
    queue = multiprocessing.Queue()
    for name in names:
        queue.put(name)
    return len(names)


def filled(names):
    queue = multiprocessing.Queue()
    for name in names:
        queue.put(name)
    return queue


class Tasks:
    def __init__(self):
        self.queue = multiprocessing.Queue()

    def add(self, task):
        self.queue.put(task)


def plan(names):
    tasks = Tasks()
    for name in names:
        tasks.add(name)
    print("planned", len(names))


def plan_for(names, plans):
    tasks = Tasks()
    for name in names:
        tasks.add(name)
    plans.append(tasks)


def after_count(names):
    count(names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def after_filled(names):
    queue = filled(names)
    multiprocessing.Process(target=work, args=(queue,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.


def after_plan(names):
    plan(names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def after_plan_for(names, plans):
    plan_for(names, plans)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.
