# A method whose name is mangled.
import multiprocessing


class Job:
    def start(self):
        process = multiprocessing.Process(target=self.__run)
#                                         ^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent the method '__run', whose name is mangled.
        process.start()
        process.join()

    def __run(self):
        print("ran", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    Job().start()
