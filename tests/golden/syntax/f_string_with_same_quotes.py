# Python 3.12's f-strings may hold their own quotes.
import os

text = f"{os.environ["HOME"]} {os.fork()}"
#                              ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
