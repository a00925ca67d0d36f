# The context is the place to change; what is made from it is related, not reported again.
import multiprocessing

ctx = multiprocessing.get_context("fork")
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
process = ctx.Process(target=print)
process.start()
with ctx.Pool(2) as pool:
    pool.map(abs, [1])
