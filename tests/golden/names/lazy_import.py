# Imported where it is needed.
def start(work):
    from multiprocessing import Process

    process = Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    return process
