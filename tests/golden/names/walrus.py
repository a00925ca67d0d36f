# Bound by a walrus.
import multiprocessing

if (ctx := multiprocessing.get_context("spawn")) is not None:
    ctx.Process(target=print).start()
if (module := multiprocessing) is not None:
    module.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
