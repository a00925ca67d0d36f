# What `with` binds is the context's pool.
# silent
import multiprocessing

ctx = multiprocessing.get_context("spawn")
with ctx.Pool(2) as pool, ctx.Manager() as manager:
    pool.map(abs, manager.list([1, 2]))
