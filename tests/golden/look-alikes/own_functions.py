# silent
def mpi_fork(n):
    return n


def fork_work_horse(job):
    return job


def forked_run_report(item):
    return item


def init_multiprocessing():
    return mpi_fork(2)


init_multiprocessing()
fork_work_horse(None)
forked_run_report(None)
