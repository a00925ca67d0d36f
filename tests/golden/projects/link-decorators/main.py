# A decorator of the project that has a thread around the call, a registering one, and one of a library.
from functools import lru_cache

import pools


@lru_cache
def sizes():
    return (1, 2)


if __name__ == "__main__":
    pools.run_registered()
    pools.run(sizes())
