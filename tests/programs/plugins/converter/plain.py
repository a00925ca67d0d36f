from .registry import plugin
from .text import convert


@plugin("plain")
def run(texts):
    """In this process, one after the other."""
    return [convert(text) for text in texts]
