# The main process sets an attribute of a function.
import multiprocessing


def work():
    print("calls", work.calls, flush=True)
#                  ^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'work.calls', which the main process sets after import.


work.calls = 0

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    work.calls = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
