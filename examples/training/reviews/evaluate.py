"""Scores the checkpoints of a run beside each other, each in a fresh interpreter."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path
from typing import Dict, List


def score(checkpoint: Path) -> float:
    """The accuracy that the training loop wrote beside the checkpoint."""
    return json.loads(checkpoint.with_suffix(".json").read_text(encoding="utf-8"))["accuracy"]


def score_all(checkpoints: List[Path], processes: int) -> Dict[str, float]:
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes) as pool:
        return dict(zip((path.name for path in checkpoints), pool.map(score, checkpoints)))
