# A queue of the fork context, a process of the default one.
# spawn: FRK304
import multiprocessing


def put(queue):
    queue.put("hello")


if __name__ == "__main__":
    queue = multiprocessing.get_context("fork").Queue()
    process = multiprocessing.Process(target=put, args=(queue,))
    process.start()
    print(queue.get(timeout=20))
    process.join()
