"""What forklint says of a folder, as it says it to programs."""

import json
import subprocess
from pathlib import Path


def forklint_report(forklint: Path, folder: Path) -> dict:
    done = subprocess.run([str(forklint), ".", "--output-format", "json"], cwd=folder, capture_output=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"forklint ended with status {done.returncode} in {folder.name}: {done.stderr.decode()}")
    return json.loads(done.stdout)
