def clean(word):
    return len(word.strip())
