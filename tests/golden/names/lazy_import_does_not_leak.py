# The import of one function binds nothing in another.
# silent
def start():
    from multiprocessing import Pool

    return Pool


def other(Pool):
    return Pool(2)
