# A Process that nobody starts creates nothing.
# silent
import multiprocessing

process = multiprocessing.Process(target=print)
print(process.name)
