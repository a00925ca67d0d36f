# `import a.b` binds `a`; the submodule is reached through it.
import concurrent.futures

executor = concurrent.futures.ProcessPoolExecutor(4)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
