from dataclasses import dataclass
from multiprocessing import Pool


@dataclass
class Task:
    name: str
    size: int


def weigh(task):
    return f"{task.name}:{task.size * 2}"


def main():
    with Pool(2) as pool:
        print(pool.map(weigh, [Task("a", 1), Task("b", 2)]))


if __name__ == "__main__":
    main()
