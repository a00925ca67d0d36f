"""Counts words in two processes into a dictionary of a manager."""

import multiprocessing

TEXTS = ["to be or not to be", "be that as it may"]


def count(text, lock, counts):
    for word in text.split():
        with lock:
            counts[word] = counts.get(word, 0) + 1


def main():
    with multiprocessing.Manager() as manager:
        lock, counts = manager.Lock(), manager.dict()
        processes = [multiprocessing.Process(target=count, args=(text, lock, counts)) for text in TEXTS]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:2])


if __name__ == "__main__":
    main()
