"""Compresses the files of old runs in the background."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import List


def compress(files: List[Path]) -> subprocess.Popen:
    # A session of its own, so that Ctrl-C in the training terminal leaves it alone.
    return subprocess.Popen(["gzip", "--force", *map(str, files)], preexec_fn=os.setsid)
