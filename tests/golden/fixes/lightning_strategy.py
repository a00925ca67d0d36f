# The strategy that spawns in the place of the one that forks.
from lightning import Trainer

Trainer(strategy="ddp_fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'lightning.Trainer' forks this process, whatever start method is set.
