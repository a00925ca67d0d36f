from multiprocessing import dummy as workers


def in_background(function, *arguments):
    """A Process of multiprocessing.dummy is a thread."""
    worker = workers.Process(target=function, args=arguments)
    worker.start()
    return worker
