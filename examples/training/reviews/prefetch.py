"""Reads shards ahead of the training loop, in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, List

from . import worker_context


def _read_all(shards: List[Path], queue) -> None:
    for shard in shards:
        queue.put(shard.read_text(encoding="utf-8"))
    queue.put(None)


def prefetch(shards: List[Path], ahead: int = 2) -> Iterator[str]:
    ctx = worker_context()
    queue = ctx.Queue(maxsize=ahead)
    reader = ctx.Process(target=_read_all, args=(shards, queue), daemon=True)
    reader.start()
    text = queue.get()
    while text is not None:
        yield text
        text = queue.get()
    reader.join()
