from multiprocessing import Process, Queue, cpu_count


def double(numbers, results):
    for number in iter(numbers.get, None):
        results.put(number * 2)


def main():
    numbers, results = Queue(), Queue()
    worker = Process(target=double, args=(numbers, results))
    worker.start()
    for number in [3, 4, 5]:
        numbers.put(number)
    numbers.put(None)
    print([results.get() for _ in range(3)], cpu_count() > 0)
    worker.join()


if __name__ == "__main__":
    main()
