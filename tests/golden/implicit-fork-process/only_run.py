# run() calls the target in this process; what a class does for its own start counts for the class.
import multiprocessing


class Job(multiprocessing.Process):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        print(self.number)


class SelfStarter(Job):
    def begin(self):
        self.start()


def check():
    job = Job(1)
    job.run()
    plain = multiprocessing.Process(target=print)
    plain.run()


def work():
    job = Job(2)
#         ^^^^^^ FRK102 warning: 'Job' creates its processes by fork, the default start method on Linux before Python 3.14.
    job.start()
    starter = SelfStarter(3)
#             ^^^^^^^^^^^^^^ FRK102 warning: 'SelfStarter' creates its processes by fork, the default start method on Linux before Python 3.14.
    starter.begin()


def make():
    return Job(4)
#          ^^^^^^ FRK102 warning: 'Job' creates its processes by fork, the default start method on Linux before Python 3.14.
