# The import that the context needs comes among those of the standard library.
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

import numpy

if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        print(executor.submit(os.getpid).result(), json, numpy)
