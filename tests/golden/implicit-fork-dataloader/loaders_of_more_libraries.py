# Loaders with the signature of torch's, and others that take workers by a name of their own.
from detectron2.data import build_detection_test_loader
from dgl.dataloading import GraphDataLoader
from timm.data import MultiEpochsDataLoader
from torch_geometric.loader import ClusterLoader, LinkNeighborLoader, RandomNodeLoader
from torchdata.dataloader2 import PrototypeMultiProcessingReadingService
from transformers import Seq2SeqTrainingArguments
from ultralytics.data import InfiniteDataLoader

if __name__ == "__main__":
    InfiniteDataLoader([1], num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'ultralytics.data.InfiniteDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    InfiniteDataLoader([1], num_workers=2, multiprocessing_context="spawn")
    MultiEpochsDataLoader([1], num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'timm.data.MultiEpochsDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    GraphDataLoader([1], num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'dgl.dataloading.GraphDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    LinkNeighborLoader([1], [2], num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch_geometric.loader.LinkNeighborLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    ClusterLoader([1], num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch_geometric.loader.ClusterLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    RandomNodeLoader([1], 2, num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch_geometric.loader.RandomNodeLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    RandomNodeLoader([1], 2)
    build_detection_test_loader([1], mapper=None, num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'detectron2.data.build_detection_test_loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    build_detection_test_loader([1], mapper=None)
    Seq2SeqTrainingArguments("out", dataloader_num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'transformers.Seq2SeqTrainingArguments' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    PrototypeMultiProcessingReadingService(num_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torchdata.dataloader2.PrototypeMultiProcessingReadingService' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
