# A class derived from Process that connects before it starts.
import multiprocessing
import sqlite3


class Reader(multiprocessing.Process):
    def __init__(self):
        super().__init__()
        self.connection = sqlite3.connect(":memory:")

    def run(self):
        print(self.connection.execute("select 1").fetchone(), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    reader = Reader()
#            ^^^^^^^^ FRK302 error: A process of 'Reader' can't be sent a database connection in 'self.connection'.
    reader.start()
    reader.join()
