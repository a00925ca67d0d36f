import multiprocessing

from .guard import synchronized

_started = []


def _job(name, seconds, results):
    results.put("%s after %d" % (name, seconds))


@synchronized
def start_job(name, seconds, results):
    """Numbers the jobs in the order of their starts."""
    job = multiprocessing.Process(target=_job, args=(name, seconds, results), name="job-%d" % len(_started))
    job.start()
    _started.append(job)
    return job


@synchronized
def started():
    return [job.name for job in _started]
