"""Scoring is what takes long, so it is spread over processes."""

import multiprocessing

from .index import DOCUMENTS


def score(query_and_number):
    query, number = query_and_number
    words = DOCUMENTS[number].split()
    return number, sum(words.count(word) for word in query) / len(words)


def ranked(query, numbers):
    with multiprocessing.Pool(2) as pool:
        scores = pool.map(score, [(query, number) for number in numbers])
    return sorted(scores, key=lambda pair: (-pair[1], pair[0]))
