"""Crawls a small site with two processes and prints what is there."""

from multiprocessing import Queue

from crawler import CrawlWorker, Frontier


def start_workers(count, todo, done):
    workers = [CrawlWorker(number, todo, done) for number in range(count)]
    for worker in workers:
        worker.start()
    return workers


def main():
    todo, done = Queue(), Queue()
    workers = start_workers(2, todo, done)
    frontier = Frontier(todo, done)
    frontier.add("/")
    lengths = {page["path"]: page["length"] for page in frontier.pages()}
    frontier.stop(workers)
    for path, length in sorted(lengths.items()):
        print("%-12s %d" % (path, length))
    print(len(lengths), "pages")


if __name__ == "__main__":
    main()
