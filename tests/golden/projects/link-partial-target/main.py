# A lambda that a partial holds.
from jobs import make

if __name__ == "__main__":
    make().start()
#   ^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent a lambda.
