import multiprocessing


def note(table, key):
    table[key] = len(key)


def main():
    with multiprocessing.Manager() as manager:
        table = manager.dict()
        workers = [multiprocessing.Process(target=note, args=(table, key)) for key in ("x", "yy")]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(sorted(table.items()))


if __name__ == "__main__":
    main()
