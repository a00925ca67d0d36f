# Relative imports lead to the modules beside this one.
from . import pools
from .pools import ctx, Pool


def run():
    ctx.Pool(2)
    pools.ctx.Process(target=print).start()
    pools.Pool(2)
#   ^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
    return Pool(2)
#          ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#          ^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
