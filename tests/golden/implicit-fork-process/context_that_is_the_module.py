# The module has the methods of a context: it is the default one, where no other was handed in.
import multiprocessing


def run(ctx=None):
    ctx = ctx or multiprocessing
    ctx.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Process' may create its processes by fork: what is called here is not known here.
