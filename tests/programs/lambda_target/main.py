import multiprocessing


def main():
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=lambda: queue.put("done"))
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    main()
