# Modules that a launcher runs are programs, although the package imports each of them.
from acme import with_accelerate, with_deepspeed, with_mpi
