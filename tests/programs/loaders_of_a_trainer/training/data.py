from torch.utils.data import DataLoader


class Numbers:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        return float(index)


def loader_for(size, workers):
    return DataLoader(Numbers(size), batch_size=2, num_workers=workers)
