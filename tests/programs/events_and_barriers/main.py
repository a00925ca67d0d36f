import multiprocessing as mp


def run(name, ready, go, results):
    ready.wait()
    go.wait()
    results.put(name)


def main():
    ready, go, results = mp.Barrier(3), mp.Event(), mp.Queue()
    workers = [mp.Process(target=run, args=(name, ready, go, results)) for name in ("a", "b")]
    for worker in workers:
        worker.start()
    ready.wait()
    go.set()
    print(sorted(results.get() for _ in workers))
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
