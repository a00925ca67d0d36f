# The same question in other words.
# silent
import multiprocessing
import platform

if platform.system() == "Windows":
    multiprocessing.Pool(2)
if platform.system() == "Linux":
    multiprocessing.get_context("spawn").Pool(2)
