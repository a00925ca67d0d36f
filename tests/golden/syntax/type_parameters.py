# PEP 695.
import os

type Numbers[T] = list[T]


class Box[T: int]:
    def fork[U](self, item: U) -> int:
        return os.fork()
#              ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
