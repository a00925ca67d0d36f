# _thread starts threads as well.
import _thread
import os
import time


def run(count):
    for _ in range(count):
        pid = os.fork()
#             ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#             ^^^^^^^^^ FRK204 error: 'os.fork' forks in a thread of _thread, not in the main thread.
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    _thread.start_new_thread(run, (1,))
    time.sleep(0.2)
