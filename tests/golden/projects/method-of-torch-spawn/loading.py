from torch.utils.data import DataLoader


def batches(dataset):
    return DataLoader(dataset, num_workers=2)
