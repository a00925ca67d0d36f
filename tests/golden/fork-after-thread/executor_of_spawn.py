# The executor's own threads are there whatever its processes are.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def work():
    print("working")


if __name__ == "__main__":
    executor = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
    print(executor.submit(abs, 1).result())
    process = multiprocessing.get_context("fork").Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of ProcessPoolExecutor is alive.
    process.start()
    process.join()
    executor.shutdown()
