# One instance of the class starts a server, the other one connects to it.
from multiprocessing.managers import BaseManager


class Board(BaseManager):
    pass


def serve():
    board = Board(address=("127.0.0.1", 5000), authkey=b"board")
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'Board' creates its processes by fork, the default start method on Linux before Python 3.14.
    board.start()
    return board


def join():
    Board.register("scores")
    board = Board(address=("127.0.0.1", 5000), authkey=b"board")
    board.connect()
    return board.scores()
