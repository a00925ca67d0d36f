from torch.distributed.launcher import LaunchConfig

good = LaunchConfig(min_nodes=1, max_nodes=1, nproc_per_node=2)
bad = LaunchConfig(min_nodes=1, max_nodes=1, nproc_per_node=2, start_method="fork")
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.distributed.launcher.LaunchConfig' is asked for the fork start method.
