"""The settings of one run, read from config.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

try:
    import tomllib
except ImportError:
    import tomli as tomllib


@dataclass(frozen=True)
class Config:
    data_path: Path
    shards: int
    max_words: int
    processes: int
    batch_size: int
    num_workers: int
    vocabulary: int
    dimensions: int
    epochs: int
    learning_rate: float


def load_config(path: Path) -> Config:
    with open(path, "rb") as file:
        values = tomllib.load(file)
    return Config(
        data_path=Path(path).parent / values["data"]["path"],
        shards=values["data"]["shards"],
        max_words=values["data"]["max_words"],
        processes=values["preprocess"]["processes"],
        batch_size=values["loader"]["batch_size"],
        num_workers=values["loader"]["num_workers"],
        vocabulary=values["model"]["vocabulary"],
        dimensions=values["model"]["dimensions"],
        epochs=values["training"]["epochs"],
        learning_rate=values["training"]["learning_rate"],
    )
