import threading
import time

import pools


def start(depth):
    if depth == 0:
        return
    threading.Thread(target=time.sleep, args=(1,)).start()
    pools.run(depth)
