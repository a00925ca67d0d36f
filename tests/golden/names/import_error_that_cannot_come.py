# Every Python that is supported has what the first attempt imports: its handler is never entered. Who can fail
# leaves both.
import multiprocessing as mp

try:
    from multiprocessing import context

    class Worker(context.SpawnProcess):
        pass

except ImportError:

    class Worker(mp.Process):
        pass


try:
    from multiprocessing import shared_memory

    class Sharer(context.SpawnProcess):
        block = shared_memory.SharedMemory

except ImportError:

    class Sharer(mp.Process):
        pass


if __name__ == "__main__":
    Worker(target=print).start()
    Sharer(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'Sharer' creates its processes by fork, the default start method on Linux before Python 3.14.
