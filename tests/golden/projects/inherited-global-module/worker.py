import multiprocessing

import config


def work():
    print(multiprocessing.current_process().name, config.level)
#                                                 ^^^^^^^^^^^^ FRK305 warning: A process of 'multiprocessing.Process' reads 'config.level', which the main process sets after import.
