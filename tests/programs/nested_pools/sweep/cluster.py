"""Experiments run in processes of their own; those are no daemons, because they have children."""

import multiprocessing

from .experiment import run_experiment


def _run(rate, results):
    results.put((rate, multiprocessing.get_start_method(), run_experiment(rate)))


def sweep(rates):
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    jobs = [context.Process(target=_run, args=(rate, results)) for rate in rates]
    for job in jobs:
        job.start()
    found = sorted(results.get() for _ in jobs)
    for job in jobs:
        job.join()
    return found
