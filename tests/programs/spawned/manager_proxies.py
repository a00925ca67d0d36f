# Proxies of a manager are sent, the manager stays.
# spawn: works
import multiprocessing


def put(table, lock):
    with lock:
        table["x"] = 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        table = manager.dict()
        # Named, so that the manager keeps it until the child has it: start() drops the arguments of the process.
        lock = manager.Lock()
        process = multiprocessing.Process(target=put, args=(table, lock))
        process.start()
        process.join()
        print(dict(table))
