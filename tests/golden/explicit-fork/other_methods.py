# spawn and forkserver are what we ask people to write.
# silent
import multiprocessing

multiprocessing.get_context("spawn").Process(target=print).start()
multiprocessing.get_context("forkserver").Pool(2)
multiprocessing.get_context(method="spawn").Manager()
