"""Trains the model: python3 train.py [--config config.toml] [--run-dir runs/latest] [--preprocess-only]"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Dict, List

from reviews import Config, MetricsLogger, build_vocabulary, load_config, preprocess

HERE = Path(__file__).resolve().parent


def train(config: Config, shards: List[Path], vocabulary: Dict[str, int], run: Path, metrics: MetricsLogger) -> None:
    import torch
    from torch import distributed, nn
    from torch.utils.data.distributed import DistributedSampler

    from reviews.data import ReviewDataset, make_loader
    from reviews.model import ReviewModel

    is_distributed = int(os.environ.get("WORLD_SIZE", "1")) > 1
    if is_distributed:
        distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if torch.cuda.is_available() else "cpu"

    model: nn.Module = ReviewModel(config.vocabulary, config.dimensions).to(device)
    if is_distributed:
        model = nn.parallel.DistributedDataParallel(model)
    dataset = ReviewDataset(shards, vocabulary)
    sampler = DistributedSampler(dataset) if is_distributed else None
    loader = make_loader(dataset, config, sampler)
    optimizer = torch.optim.Adam(model.parameters(), lr=config.learning_rate)

    for epoch in range(config.epochs):
        if sampler is not None:
            sampler.set_epoch(epoch)
        right = seen = 0
        for words, offsets, labels in loader:
            words, offsets, labels = words.to(device), offsets.to(device), labels.to(device)
            scores = model(words, offsets)
            loss = nn.functional.cross_entropy(scores, labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            right += (scores.argmax(1) == labels).sum().item()
            seen += len(labels)
            metrics.log(epoch=epoch, loss=loss.item())
        if int(os.environ.get("RANK", "0")) == 0:
            torch.save(model.state_dict(), run / f"epoch-{epoch}.pt")
            (run / f"epoch-{epoch}.json").write_text(json.dumps({"accuracy": right / seen}), encoding="utf-8")
    if is_distributed:
        distributed.destroy_process_group()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--run-dir", type=Path, default=HERE / "runs/latest")
    parser.add_argument("--preprocess-only", action="store_true")
    options = parser.parse_args()
    config = load_config(options.config)
    run = options.run_dir
    rank = os.environ.get("RANK", "0")

    metrics = MetricsLogger(run / f"metrics-{rank}.jsonl")
    metrics.start()
    shards = preprocess(config.data_path, run / f"shards-{rank}", config.shards, config.processes, config.max_words)
    vocabulary = build_vocabulary(shards, config.vocabulary, config.processes)
    metrics.log(shards=len(shards), words=len(vocabulary))
    if not options.preprocess_only:
        train(config, shards, vocabulary, run, metrics)
    metrics.close()


if __name__ == "__main__":
    main()
