# run() runs the target here.
# silent
import multiprocessing

process = multiprocessing.Process(target=print)
process.run()
