"""What a simulation is made of, read from the command line."""

import argparse
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    particles: int
    steps: int
    workers: int


def from_command_line():
    parser = argparse.ArgumentParser()
    parser.add_argument("--particles", type=int, default=12)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    found = parser.parse_args()
    return Settings(found.particles, found.steps, found.workers)
