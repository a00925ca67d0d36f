"""The shards as a torch Dataset, and the loader that feeds the training loop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import torch
from torch.utils.data import DataLoader, Dataset
from torch.utils.data.distributed import DistributedSampler

from .config import Config
from .prefetch import prefetch
from .vocabulary import UNKNOWN

Sample = Tuple[List[int], int]


class ReviewDataset(Dataset):
    def __init__(self, shards: List[Path], vocabulary: Dict[str, int]):
        self._samples: List[Sample] = []
        for text in prefetch(shards):
            for line in text.splitlines():
                record = json.loads(line)
                words = [vocabulary.get(word, UNKNOWN) for word in record["words"]]
                self._samples.append((words or [UNKNOWN], record["label"]))

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, index: int) -> Sample:
        return self._samples[index]


def collate(samples: List[Sample]) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Words of all samples in one row, where each sample begins, and the labels: what EmbeddingBag takes."""
    words = torch.tensor([word for sample, _ in samples for word in sample])
    lengths = torch.tensor([0] + [len(sample) for sample, _ in samples[:-1]])
    labels = torch.tensor([label for _, label in samples])
    return words, lengths.cumsum(0), labels


def make_loader(dataset: Dataset, config: Config, sampler: Optional[DistributedSampler] = None) -> DataLoader:
    return DataLoader(
        dataset,
        batch_size=config.batch_size,
        shuffle=sampler is None,
        sampler=sampler,
        num_workers=config.num_workers,
        collate_fn=collate,
        pin_memory=torch.cuda.is_available(),
    )
