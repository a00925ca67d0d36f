import threading
import time

NAME = "reporter"

threading.Thread(target=time.sleep, args=(1,), name=NAME).start()
