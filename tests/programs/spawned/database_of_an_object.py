# A method of an object that holds a connection to a database.
# spawn: FRK302
import multiprocessing
import sqlite3


class Table:
    def __init__(self):
        self.connection = sqlite3.connect(":memory:")

    def run(self):
        print(self.connection.execute("select 1").fetchone(), flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Table().run)
    process.start()
    process.join()
