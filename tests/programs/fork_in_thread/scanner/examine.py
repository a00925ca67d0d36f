SUFFIXES = {".txt": "text", ".png": "picture"}


def examine(name, answer):
    kind = next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), "unknown")
    answer.send("%s, %d" % (kind, len(name)))
