# Who calls a function that always raises does not come to what stands behind.
import multiprocessing
import threading
import time


def work():
    print("working")


def fail(names):
    threading.Thread(target=time.sleep, args=(60,)).start()
    raise ValueError(names)


class Plan:
    def check(self):
        threading.Thread(target=time.sleep, args=(60,)).start()
        raise NotImplementedError

    def fail(self, names):
        fail(names)
        raise ValueError(names)


def after_a_check(names):
    if not names:
        fail(names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def after_a_check_of_a_method(names):
    plan = Plan()
    if not names:
        plan.fail(names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def where_a_class_below_has_another(names):
    if names:
        Plan().check()
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.


def where_it_is_caught(names):
    try:
        if not names:
            fail(names)
    except ValueError:
        pass
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
