from helpers import Workers, make_context

if __name__ == "__main__":
    Workers(2)
#   ^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    make_context().Pool(2)
