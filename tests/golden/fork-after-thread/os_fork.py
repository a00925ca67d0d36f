# The same for a fork that is written as such.
import os
import threading
import time


def report():
    time.sleep(0.5)


if __name__ == "__main__":
    threading.Thread(target=report).start()
    pid = os.fork()
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#         ^^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of threading.Thread is alive.
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
