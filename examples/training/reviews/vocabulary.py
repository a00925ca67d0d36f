"""Which words the model knows: the most frequent ones of all shards."""

from __future__ import annotations

import concurrent.futures
import json
from collections import Counter
from pathlib import Path
from typing import Dict, Iterable

UNKNOWN = 0


def count_words(shard: Path) -> Counter:
    words: Counter = Counter()
    for line in shard.read_text(encoding="utf-8").splitlines():
        words.update(json.loads(line)["words"])
    return words


def build_vocabulary(shards: Iterable[Path], size: int, processes: int) -> Dict[str, int]:
    """Word -> number from 1; every other word is UNKNOWN."""
    total: Counter = Counter()
    with concurrent.futures.ProcessPoolExecutor(max_workers=processes) as executor:
        for counts in executor.map(count_words, shards):
            total.update(counts)
    ranked = sorted(total, key=lambda word: (-total[word], word))
    return {word: number for number, word in enumerate(ranked[: size - 1], start=1)}
