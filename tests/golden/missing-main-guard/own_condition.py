# A condition of its own may keep the child out.
# silent
import multiprocessing


def work():
    print("work")


if multiprocessing.current_process().name == "MainProcess":
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    process.join()
