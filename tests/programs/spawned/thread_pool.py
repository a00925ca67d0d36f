# An object that has a pool of threads.
# spawn: FRK302
import concurrent.futures
import multiprocessing


class Fetcher:
    def __init__(self):
        self.threads = concurrent.futures.ThreadPoolExecutor(2)

    def run(self):
        print("fetched", flush=True)


if __name__ == "__main__":
    fetcher = Fetcher()
    process = multiprocessing.Process(target=fetcher.run)
    process.start()
    process.join()
