import multiprocessing


def add(counter, lock, times):
    for _ in range(times):
        with lock:
            counter.value += 1


def main():
    counter = multiprocessing.Value("i", 0)
    lock = multiprocessing.Lock()
    workers = [multiprocessing.Process(target=add, args=(counter, lock, 50)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(counter.value)


if __name__ == "__main__":
    main()
