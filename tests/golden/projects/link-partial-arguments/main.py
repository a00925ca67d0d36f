# What a partial holds is what its names mean where the partial stands, not where it is called.
from loaders import busy_loader, quiet_loader

WORKERS = 0

if __name__ == "__main__":
    for batch in quiet_loader([1, 2]):
        print(batch)
    for batch in busy_loader([3, 4]):
#                ^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
