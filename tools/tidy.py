"""clang-tidy over the given C++ files, or all that the dev build compiles. Fails on the first kind of warning."""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List

from sources import ROOT, find_tool

DATABASE = ROOT / "build/dev/compile_commands.json"


def compiled_files() -> List[Path]:
    if not DATABASE.exists():
        sys.exit("no compilation database: run './dev build' first")
    paths = {Path(entry["file"]) for entry in json.loads(DATABASE.read_text(encoding="utf-8"))}
    generated_or_foreign = (ROOT / "build", ROOT / "third_party")
    return sorted(path for path in paths if not any(folder in path.parents for folder in generated_or_foreign))


def tidy(file: Path) -> str:
    """The warnings for one file; empty when there are none."""
    command = [find_tool("clang-tidy"), "--quiet", "-p", str(DATABASE.parent), str(file)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return result.stdout if result.returncode else ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev tidy", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    files = [path.resolve() for path in options.files] or compiled_files()
    warned = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for output in pool.map(tidy, files):
            if output:
                warned += 1
                print(output, flush=True)
    print(f"{len(files)} files, {warned} with warnings")
    return 1 if warned else 0


if __name__ == "__main__":
    sys.exit(main())
