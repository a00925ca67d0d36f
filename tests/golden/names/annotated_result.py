# A function that gives what it keeps in a table says by its annotation what that is.
from typing import Dict

import numpy
import spacy
from spacy.language import Language

models: Dict[str, Language] = {}


def model_of(name: str) -> Language:
    if name not in models:
        models[name] = spacy.load(name)
    return models[name]


def array_of(name: str) -> numpy.ndarray:
    return models[name].vocab.vectors.data


if __name__ == "__main__":
    for document in model_of("en").pipe(["text"], n_process=2):
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'spacy.language.Language.pipe' may create its processes by fork: what is called here is not known here.
        print(document)
    for document in model_of("en").pipe(["text"]):
        print(document)
    array_of("en").pipe(["text"], n_process=2)
