# One process-creating call in the module names the context itself.
import multiprocessing as mp

if __name__ == "__main__":
    with mp.Pool(2) as pool:
#        ^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        pool.map(abs, [1])
