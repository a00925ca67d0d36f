import multiprocessing

pool = multiprocessing.Pool(2)
# No function of this module: a worker would import it to find that, and the lock of its import was held at the fork.
table = pool.map(abs, [-1, -4, -9])
pool.close()
pool.join()
print("table", table)
