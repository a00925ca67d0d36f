import threading
import time


def start(seconds):
    threading.Thread(target=time.sleep, args=(seconds,)).start()


def on_signal(number, frame):
    print(number, frame)


def at_exit():
    print("done")
