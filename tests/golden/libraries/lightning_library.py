from lightning import Trainer

Trainer(strategy="ddp")
Trainer(strategy="ddp_spawn")
Trainer(strategy="ddp_fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'lightning.Trainer' forks this process, whatever start method is set.
Trainer(strategy="ddp_notebook")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'lightning.Trainer' forks this process, whatever start method is set.
