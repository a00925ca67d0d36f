#!/usr/bin/env bash
# Trains on this machine; on a cluster the scheduler gives NODES and NODE_RANK.
set -euo pipefail
cd "$(dirname "$0")"
exec torchrun --nnodes="${NODES:-1}" --node_rank="${NODE_RANK:-0}" --nproc_per_node="${PROCESSES:-2}" \
  train.py --config config.toml --run-dir runs/latest "$@"
