# A script without main guard.
import multiprocessing


def work():
    print("work", flush=True)


process = multiprocessing.get_context("spawn").Process(target=work)
process.start()
#^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Process' is reached when the script is imported: no main guard stands before it.
process.join()
