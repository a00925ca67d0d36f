import multiprocessing


class Reader(multiprocessing.Process):
    def __init__(self, lines, results):
        super().__init__()
        self.lines = lines
        self.results = results

    def run(self):
        for line in self.lines:
            self.results.put(line.upper())


def main():
    results = multiprocessing.Queue()
    reader = Reader(["one", "two"], results)
    reader.start()
    print(results.get(), results.get())
    reader.join()


if __name__ == "__main__":
    main()
