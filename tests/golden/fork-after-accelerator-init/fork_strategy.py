# The strategy forks its ranks.
import pytorch_lightning as pl
import torch

if __name__ == "__main__":
    torch.cuda.set_device(0)
    trainer = pl.Trainer(strategy="ddp_fork", devices=2)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'pytorch_lightning.Trainer' forks this process, whatever start method is set.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'pytorch_lightning.Trainer' forks after CUDA was initialised.
    trainer.fit(None)
