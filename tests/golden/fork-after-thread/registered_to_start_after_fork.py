# What os.register_at_fork is given runs at the fork, not before it.
import os
import threading
import time


def restart():
    threading.Thread(target=time.sleep, args=(0.1,), daemon=True).start()


if __name__ == "__main__":
    os.register_at_fork(after_in_parent=restart)
    if os.fork() == 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)
