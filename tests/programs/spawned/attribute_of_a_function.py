# The main process sets an attribute of a function.
# spawn: FRK305
import multiprocessing


def work():
    print("calls", work.calls, flush=True)


work.calls = 0

if __name__ == "__main__":
    work.calls = 2
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
