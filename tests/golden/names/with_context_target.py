# What `with` binds is the context's pool.
import multiprocessing

ctx = multiprocessing.get_context("spawn")
with ctx.Pool(2) as pool, ctx.Manager() as manager:
#    ^^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
    pool.map(abs, manager.list([1, 2]))
