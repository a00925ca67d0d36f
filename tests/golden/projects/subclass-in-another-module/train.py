from loaders import Loader


def train(dataset):
    for batch in Loader(dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
