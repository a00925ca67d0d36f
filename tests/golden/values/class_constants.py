import multiprocessing


class Config:
    method = "fork"
    workers = 4


ctx = multiprocessing.get_context(Config.method)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
