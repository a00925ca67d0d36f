from .data import make_loader


def fit(dataset):
    for batch in make_loader(dataset):
        print(batch)
