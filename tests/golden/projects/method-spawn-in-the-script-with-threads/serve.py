import multiprocessing
import threading
import time

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    threading.Thread(target=time.sleep, args=(1,)).start()
    pools.run()
