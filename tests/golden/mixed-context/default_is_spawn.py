# The default context is spawn by then.
# silent
import multiprocessing


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    queue = multiprocessing.Queue()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(queue,))
    process.start()
    process.join()
