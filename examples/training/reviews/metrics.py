"""Writes metrics to a file from a thread, so that training never waits for the disk."""

from __future__ import annotations

import json
import queue
import threading
import time
from pathlib import Path


class MetricsLogger:
    def __init__(self, path: Path):
        self._path = path
        self._records: queue.Queue = queue.Queue()
        self._thread = threading.Thread(target=self._write, name="metrics", daemon=True)

    def start(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._thread.start()

    def log(self, **values) -> None:
        self._records.put({"time": time.time(), **values})

    def close(self) -> None:
        self._records.put(None)
        self._thread.join()

    def _write(self) -> None:
        with open(self._path, "a", encoding="utf-8") as file:
            for record in iter(self._records.get, None):
                file.write(json.dumps(record) + "\n")
                file.flush()
