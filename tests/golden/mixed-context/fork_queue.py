# A queue of the fork context, a process of the default one.
import multiprocessing


def put(queue):
    queue.put("hello")


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    queue = multiprocessing.get_context("fork").Queue()
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    process = multiprocessing.Process(target=put, args=(queue,))
#                                                 ^^^^^^^^^^^^^ FRK304 error: 'multiprocessing.Process' is given a primitive of the fork context, 'multiprocessing.Queue'.
    process.start()
    print(queue.get(timeout=20))
    process.join()
