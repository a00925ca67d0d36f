import spacy

nlp = spacy.load("en")
nlp.pipe(["a"])
nlp.pipe(["a"], n_process=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'spacy.language.Language.pipe' creates its processes by fork, the default start method on Linux before Python 3.14.
