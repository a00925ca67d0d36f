"""From raw text to shards of token lists, in parallel."""

from __future__ import annotations

import json
import re
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import List, Tuple

Review = Tuple[int, str]
WORD = re.compile(r"[a-z']+")


def read_reviews(path: Path) -> List[Review]:
    with open(path, encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t", 1) for line in file if line.strip())
        return [(int(label), text) for label, text in rows]


def tokenize(text: str, max_words: int) -> List[str]:
    return WORD.findall(text.lower())[:max_words]


def write_shard(job: Tuple[Path, List[Review]], max_words: int) -> Path:
    path, reviews = job
    records = [{"label": label, "words": tokenize(text, max_words)} for label, text in reviews]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def preprocess(source: Path, target: Path, shards: int, processes: int, max_words: int) -> List[Path]:
    """Writes the reviews as `shards` files under `target` and returns their paths in order."""
    target.mkdir(parents=True, exist_ok=True)
    reviews = read_reviews(source)
    jobs = [(target / f"shard-{index:03}.jsonl", reviews[index::shards]) for index in range(shards)]
    with Pool(processes) as pool:
        return sorted(pool.imap_unordered(partial(write_shard, max_words=max_words), jobs))
