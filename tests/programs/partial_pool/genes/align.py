"""A toy alignment of short sequences."""


def score(reference, match, mismatch, sequence):
    return sum(match if a == b else mismatch for a, b in zip(reference, sequence))


def best_offset(reference, sequence):
    places = range(len(reference) - len(sequence) + 1)
    return max(places, key=lambda at: (score(reference[at:], 1, -1, sequence), -at))
