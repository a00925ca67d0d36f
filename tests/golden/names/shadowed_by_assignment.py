# A later binding of the same name is another thing.
# silent
from multiprocessing import Pool


class Pool:
    def __init__(self, size):
        self.size = size


pool = Pool(2)
