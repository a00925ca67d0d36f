import threading
import time

NAME = "reporter"

threading.Thread(target=time.sleep, args=(0.1,)).start()
