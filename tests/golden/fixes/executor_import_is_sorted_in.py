# The import that the context needs comes among those of the standard library.
import json
import os
from concurrent.futures import ProcessPoolExecutor

import numpy

if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
        print(executor.submit(os.getpid).result(), json, numpy)
