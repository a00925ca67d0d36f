"""Either threads or processes, never both."""

import multiprocessing
import threading

from .units import convert


def with_thread(lines):
    results = []
    worker = threading.Thread(target=lambda: results.extend(map(convert, lines)))
    worker.start()
    return worker, results


def with_processes(lines):
    with multiprocessing.Pool(2) as pool:
        return pool.map(convert, lines)


def convert_lines(lines, light):
    if light:
        worker, results = with_thread(lines)
        while worker.is_alive():
            worker.join(0.1)
        return results
    else:
        return with_processes(lines)
