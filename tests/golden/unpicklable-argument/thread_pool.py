# An object that has a pool of threads.
import concurrent.futures
import multiprocessing


class Fetcher:
    def __init__(self):
        self.threads = concurrent.futures.ThreadPoolExecutor(2)

    def run(self):
        print("fetched", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    fetcher = Fetcher()
    process = multiprocessing.Process(target=fetcher.run)
#                                     ^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent an executor in 'self.threads'.
    process.start()
    process.join()
