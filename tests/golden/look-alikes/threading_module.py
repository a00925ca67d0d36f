# silent
import queue
import threading
from multiprocessing.pool import ThreadPool

threading.Thread(target=print).start()
threading.Timer(1, print).start()
queue.Queue()
ThreadPool(processes=4).map(abs, [1])
