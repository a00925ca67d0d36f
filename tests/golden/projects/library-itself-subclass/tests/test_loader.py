import monai.data
from monai.data import DataLoader


def test_batches(dataset):
    for batch in DataLoader(dataset, batch_size=2, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
    for batch in monai.data.DataLoader(dataset, num_workers=4):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
    for batch in DataLoader(dataset, batch_size=2):
        print(batch)
    for batch in DataLoader(dataset, num_workers=2, multiprocessing_context="spawn"):
        print(batch)
