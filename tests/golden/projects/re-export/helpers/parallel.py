from multiprocessing import Pool as Workers, get_context


def make_context(name="spawn"):
    return get_context(name)
