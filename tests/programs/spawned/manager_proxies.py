# Proxies of a manager are sent, the manager stays.
# spawn: works
import multiprocessing


def put(table, lock):
    with lock:
        table["x"] = 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        table = manager.dict()
        process = multiprocessing.Process(target=put, args=(table, manager.Lock()))
        process.start()
        process.join()
        print(dict(table))
