# A script without main guard.
# spawn: FRK303
import multiprocessing


def work():
    print("work", flush=True)


process = multiprocessing.Process(target=work)
process.start()
process.join()
