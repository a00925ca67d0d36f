import threading
import time


def start():
    thread = threading.Thread(target=time.sleep, args=(1,))
    thread.start()
