# The run method of a thread.
import multiprocessing
import threading


def work():
    print("working")


class Launcher(threading.Thread):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def run(self):
        for _ in range(self.count):
            self.launch()

    def launch(self):
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
#      flow: launcher.start()
#      flow: self.launch()
#      flow: process.start()
        process.start()
        process.join()


if __name__ == "__main__":
    launcher = Launcher(2)
    launcher.start()
    launcher.join()
