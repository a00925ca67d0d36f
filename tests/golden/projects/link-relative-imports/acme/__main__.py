# Relative imports, up and down; run as `python -m acme`.
from .pipeline.workers import run

run()
