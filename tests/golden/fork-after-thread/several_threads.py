# One finding for each fork: the worst thread in the words, the others beside it.
import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc


def work():
    print("working")


def run():
    threading.Thread(target=work).start()
    channel = grpc.insecure_channel("localhost:50051")
    executor = ThreadPoolExecutor(2)
    executor.submit(work)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of gRPC is alive.
#      related: threading.Thread(target=work).start()
#      related: executor.submit(work)
    channel.close()
