# `import a.b as c` binds the submodule itself.
import torch.utils.data as data

loader = data.DataLoader([], num_workers=2)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
