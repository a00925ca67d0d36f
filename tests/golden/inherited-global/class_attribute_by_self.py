# A method in the worker reads a class attribute that the main process sets.
import multiprocessing


class Task:
    level = 0

    def run(self):
        print("level", self.level, flush=True)
#                      ^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'self.level', which the main process sets after import.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    Task.level = 2
    process = multiprocessing.Process(target=Task().run)
    process.start()
    process.join()
