# silent
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed

with ThreadPoolExecutor() as executor:
    print(list(as_completed([executor.submit(abs, -1)])))
