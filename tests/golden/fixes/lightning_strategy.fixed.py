# The strategy that spawns in the place of the one that forks.
from lightning import Trainer

Trainer(strategy="ddp_spawn")
