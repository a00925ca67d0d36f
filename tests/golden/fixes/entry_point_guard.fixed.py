# The guard is created where the script has a clear main part.
import multiprocessing


def work():
    print("work")


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    multiprocessing.Process(target=work).start()
