"""Workers that take settings and a queue from the function around them."""
import multiprocessing
import sys


def run(base):
    results = multiprocessing.Queue()
    factor = 10
    names = ("a", "b")

    def work(number):
        results.put((names[number], base + number * factor))

    workers = [multiprocessing.Process(target=work, args=(number,)) for number in range(2)]
    for worker in workers:
        worker.start()
    print(sorted(results.get() for _ in workers))
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    run(int(sys.argv[1]))
