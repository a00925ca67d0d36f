# Threads know no context: where either is called, there is no argument to add.
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run(numbers, threads):
    executor = ThreadPoolExecutor if threads else ProcessPoolExecutor
    with executor(2) as pool:
#        ^^^^^^^^^^^ FRK103 note: 'concurrent.futures.ProcessPoolExecutor' may fork its workers: which of several classes or functions is called is not known here.
        return list(pool.map(abs, numbers))
