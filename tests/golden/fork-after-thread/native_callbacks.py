# Native threads that call back into Python can hold the interpreter's own lock.
import multiprocessing

import grpc


def square(x):
    return x * x


def run():
    channel = grpc.insecure_channel("localhost:50051")
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of gRPC is alive.
#      says: can hold the interpreter's own lock
        print(pool.map(square, range(4)))
    channel.close()
