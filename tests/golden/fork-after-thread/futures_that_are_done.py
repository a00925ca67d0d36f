# The tasks are done, the threads are not.
import multiprocessing
from concurrent.futures import ThreadPoolExecutor, wait

if __name__ == "__main__":
    executor = ThreadPoolExecutor(2)
    wait([executor.submit(abs, 1)])
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of ThreadPoolExecutor is alive.
        print(pool.map(abs, [1]))
