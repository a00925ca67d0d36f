SMALL = {"a", "of", "the", "and"}


def convert(text):
    """To the case of titles."""
    words = text.split()
    return " ".join(word if index and word in SMALL else word.capitalize() for index, word in enumerate(words))
