# Functions that hide a DataLoader.
from detectron2.data import build_detection_train_loader
from timm.data import create_loader

create_loader([1], 224, 8, num_workers=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'timm.data.create_loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
build_detection_train_loader([1], mapper=None, total_batch_size=2, num_workers=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'detectron2.data.build_detection_train_loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
build_detection_train_loader([1], mapper=None, total_batch_size=2)
