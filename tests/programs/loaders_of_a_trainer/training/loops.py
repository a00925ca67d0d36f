def steps_of(batches):
    """Every batch with its number, from 1."""
    for number, batch in enumerate(batches, 1):
        yield number, batch


def count(batches):
    return sum(1 for _ in batches)
