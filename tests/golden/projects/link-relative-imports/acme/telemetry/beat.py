import threading
import time


def start():
    threading.Thread(target=time.sleep, args=(1,)).start()
