# Nothing is said of a call that the parser had to guess.
# silent
# notice: line 6: syntax error; analysed in part
import multiprocessing


def broken():
    return multiprocessing.Pool(2


def whole():
    return 1
