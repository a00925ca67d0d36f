"""Where our C++ files are, and the versions of Clang's tools that our configurations are written for."""

import shutil
import sys
from pathlib import Path
from typing import List

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ["analyzer", "rules", "sarif"]
FOLDERS += [f"tests/{folder}" for folder in ("unit", "golden", "fuzz", "cli", "sarif", "workspace")]


def cxx_files() -> List[Path]:
    found = [path for folder in FOLDERS for suffix in ("h", "cpp") for path in (ROOT / folder).rglob(f"*.{suffix}")]
    return sorted(path.relative_to(ROOT) for path in found)


def find_tool(name: str) -> str:
    for candidate in [f"{name}-19", name]:
        if shutil.which(candidate):
            return candidate
    sys.exit(f"{name} is not installed: run './dev setup'")
