from torch.utils.data import DataLoader


class Loader(DataLoader):
    pass
