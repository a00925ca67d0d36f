# silent
"""Examples, not code.

>>> import multiprocessing
>>> pool = multiprocessing.Pool(4)
"""
import multiprocessing

USAGE = """
    multiprocessing.Process(target=work).start()
    os.fork()
"""
# os.fork()
print(f"os.fork() {multiprocessing.cpu_count()} multiprocessing.Pool()")
