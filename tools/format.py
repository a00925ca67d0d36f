"""clang-format over all C++ files of the repository. With --check it changes nothing and fails where it would."""

import argparse
import subprocess
import sys
from pathlib import Path

from sources import ROOT, cxx_files, find_tool


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev format", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which files are not formatted")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    files = options.files or cxx_files()
    mode = ["--dry-run", "--Werror"] if options.check else ["-i"]
    return subprocess.run([find_tool("clang-format"), *mode, *map(str, files)], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
