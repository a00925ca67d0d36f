#!/bin/bash
set -e
export OMP_NUM_THREADS=1
# python ignored.py
cd "$(dirname "$0")/.."
torchrun --standalone --nproc_per_node=8 \
    train.py --lr 0.1 "$@"
mpirun -np 4 -x PATH python3 ${ROOT}/evaluate.py && echo done
python -m torch.distributed.run --nnodes 2 -m jobs.export
