# A method whose name is mangled.
# spawn: FRK301
import multiprocessing


class Job:
    def start(self):
        process = multiprocessing.Process(target=self.__run)
        process.start()
        process.join()

    def __run(self):
        print("ran", flush=True)


if __name__ == "__main__":
    Job().start()
