# spawn and forkserver are what we ask people to write.
import multiprocessing

multiprocessing.get_context("spawn").Process(target=print).start()
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Process' is reached when the script is imported: no main guard stands before it.
multiprocessing.get_context("forkserver").Pool(2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
multiprocessing.get_context(method="spawn").Manager()
