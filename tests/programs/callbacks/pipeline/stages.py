"""Each stage is called when the one before it is done."""

import multiprocessing


def _check(path, answers):
    answers.put((path, len(path) % 3 == 0))


def check_files(paths):
    answers = multiprocessing.SimpleQueue()
    checkers = [multiprocessing.Process(target=_check, args=(path, answers)) for path in paths]
    for checker in checkers:
        checker.start()
    good = sorted(path for path, is_good in (answers.get() for _ in checkers) if is_good)
    for checker in checkers:
        checker.join()
    return good


def announce(paths):
    print("listed:", " ".join(paths))
