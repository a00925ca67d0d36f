# Queue and process of the default context.
# spawn: works
import multiprocessing


def put(queue):
    queue.put("hello")


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=put, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
