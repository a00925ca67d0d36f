import multiprocessing
import threading


class Service:
    def __init__(self, queue):
        self.queue = queue
        self.lock = threading.Lock()

    def run(self):
        with self.lock:
            self.queue.put("served")


def main():
    queue = multiprocessing.Queue()
    service = Service(queue)
    process = multiprocessing.Process(target=service.run)
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    main()
