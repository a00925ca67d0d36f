from concurrent.futures import ProcessPoolExecutor

NOTHING = None
ProcessPoolExecutor(mp_context=NOTHING)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
