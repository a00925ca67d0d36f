import multiprocessing

context = multiprocessing.get_context("fork")


def say(queue):
    queue.put("said")


def main():
    queue = context.Queue()
    process = context.Process(target=say, args=(queue,))
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    main()
