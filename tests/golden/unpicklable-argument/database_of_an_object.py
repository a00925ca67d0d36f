# A method of an object that holds a connection to a database.
import multiprocessing
import sqlite3


class Table:
    def __init__(self):
        self.connection = sqlite3.connect(":memory:")

    def run(self):
        print(self.connection.execute("select 1").fetchone(), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Table().run)
#                                     ^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a database connection in 'self.connection'.
    process.start()
    process.join()
