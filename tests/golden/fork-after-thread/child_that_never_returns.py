# The child runs its worker and ends; the next round is of the parent, where no thread was started.
import os
import threading
import time


class Worker:
    def run(self):
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()


def spawn_worker(worker):
    pid = os.fork()
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    if pid != 0:
        return pid
    try:
        worker.run()
        os._exit(0)
    except SystemExit:
        os._exit(1)
    except Exception:
        os._exit(2)


if __name__ == "__main__":
    for number in range(2):
        os.waitpid(spawn_worker(Worker()), 0)
