# A method in the worker reads a class attribute that the main process sets.
# spawn: FRK305
import multiprocessing


class Task:
    level = 0

    def run(self):
        print("level", self.level, flush=True)


if __name__ == "__main__":
    Task.level = 2
    process = multiprocessing.Process(target=Task().run)
    process.start()
    process.join()
