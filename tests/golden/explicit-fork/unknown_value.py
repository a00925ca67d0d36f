# Nobody knows the method here: nothing is asked for by name, but a process may fork.
import multiprocessing


def start(args):
    ctx = multiprocessing.get_context(args.method)
    return ctx.Pool(2)
#          ^^^^^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: the start method of its context is not known here.
