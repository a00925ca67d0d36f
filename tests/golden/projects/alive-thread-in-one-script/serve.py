# Both scripts fork in pools.py; in one of them a thread is alive.
import threading
import time

import pools

if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(1,)).start()
    pools.run()
