# A class derived from Process that connects before it starts.
# spawn: FRK302
import multiprocessing
import sqlite3


class Reader(multiprocessing.Process):
    def __init__(self):
        super().__init__()
        self.connection = sqlite3.connect(":memory:")

    def run(self):
        print(self.connection.execute("select 1").fetchone(), flush=True)


if __name__ == "__main__":
    reader = Reader()
    reader.start()
    reader.join()
