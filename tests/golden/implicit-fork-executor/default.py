from concurrent.futures import ProcessPoolExecutor

with ProcessPoolExecutor(max_workers=4) as executor:
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
    executor.submit(abs, -1)
