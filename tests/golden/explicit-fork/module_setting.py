# A module attribute that chooses a method.
import torch._inductor.config

torch._inductor.config.worker_start_method = "fork"
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch._inductor.config.worker_start_method' is set to fork, which makes the library that reads it fork its processes.
