# A class method fills a table of the class that the workers read.
# spawn: FRK305
import multiprocessing


class Registry:
    known = {}

    @classmethod
    def add(cls, name, value):
        cls.known[name] = value


def work(name):
    return Registry.known.get(name)


if __name__ == "__main__":
    Registry.add("nut", 3)
    with multiprocessing.Pool(1) as pool:
        print(pool.map(work, ["nut"]), flush=True)
