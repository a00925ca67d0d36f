from worker import TaskProcess


def test_process():
    process = TaskProcess("task")
#             ^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'TaskProcess' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
