import multiprocessing
from multiprocessing import Pool

state = {}


def set_up(name):
    state["name"] = name


def greet(number):
    return f"{state['name']} {number}"


class Greeter:
    def __init__(self, name):
        self.name = name

    def run(self):
        with Pool(2, initializer=lambda name: set_up(name.upper()), initargs=(self.name,)) as pool:
            return pool.map(greet, [1, 2])


if __name__ == "__main__":
    print(Greeter("hello").run())
    print(multiprocessing.current_process().name)
