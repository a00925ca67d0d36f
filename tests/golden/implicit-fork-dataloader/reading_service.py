from torchdata.dataloader2 import MultiProcessingReadingService

MultiProcessingReadingService()
MultiProcessingReadingService(num_workers=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torchdata.dataloader2.MultiProcessingReadingService' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
MultiProcessingReadingService(2, "spawn")
