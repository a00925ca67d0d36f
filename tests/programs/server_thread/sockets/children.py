"""Clients are processes, as they would be in production."""

import multiprocessing

from .client import ask


def _client(address, name, answers):
    answers.put((name, ask(address, name)))


def run_client(address, name):
    answers = multiprocessing.Queue()
    child = multiprocessing.Process(target=_client, args=(address, name, answers), name=name)
    child.start()
    answer = answers.get(timeout=10)
    child.join()
    return answer
