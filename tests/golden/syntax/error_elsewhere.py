# A line that does not parse hides only itself; the notice says that something is missing.
# notice: line 5: syntax error; analysed in part
import os


def broken(:
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.


def whole():
    return os.fork()
#          ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
