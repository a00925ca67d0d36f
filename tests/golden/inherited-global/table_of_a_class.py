# A class method fills a table of the class that the workers read.
import multiprocessing


class Registry:
    known = {}

    @classmethod
    def add(cls, name, value):
        cls.known[name] = value


def work(name):
    return Registry.known.get(name)
#          ^^^^^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Pool' reads 'Registry.known', which the main process fills after import.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    Registry.add("nut", 3)
    with multiprocessing.Pool(1) as pool:
        print(pool.map(work, ["nut"]), flush=True)
