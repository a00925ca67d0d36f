"""clang-tidy over the given C++ files, or all that the dev build compiles. Fails when there is a warning.

A file that was clean is not read again until it, a file that it includes or the configuration has changed.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, List, NamedTuple

from sources import ROOT, find_tool

BUILD = ROOT / "build/dev"
CLEAN = ROOT / "build/tidy"  # a file for each that was clean, with the digest of all that was read for it
CLANG_TIDY = find_tool("clang-tidy")
USER_OF_DTL = ROOT / "analyzer/fix/unified_diff.cpp"  # third_party/cmake/Libraries.cmake says what Clang refuses there


class Unit(NamedTuple):
    file: Path
    command: str  # of the compiler
    includes: List[Path]  # those of the project, the file itself first


def included_files() -> Dict[Path, List[Path]]:
    """By compiled file, what the last build has seen it include."""
    ninja = ["ninja", "-C", str(BUILD), "-t", "deps"]
    listing = subprocess.run(ninja, capture_output=True, text=True, check=True).stdout
    found = {}
    for block in listing.split("\n\n"):
        lines = [line.strip() for line in block.splitlines()[1:]]
        ours = [line for line in lines if line.startswith(str(ROOT)) or not os.path.isabs(line)]
        if ours:
            paths = [Path(os.path.normpath(BUILD / line)) for line in ours]
            found[paths[0]] = paths
    return found


def compiled_units() -> List[Unit]:
    database = BUILD / "compile_commands.json"
    if not database.exists():
        sys.exit("no compilation database: run './dev build' first")
    includes = included_files()
    commands = {Path(entry["file"]): entry["command"] for entry in json.loads(database.read_text(encoding="utf-8"))}
    generated_or_foreign = (ROOT / "build", ROOT / "third_party")
    ours = [path for path in sorted(commands) if not any(folder in path.parents for folder in generated_or_foreign)]
    return [Unit(path, commands[path], includes.get(path, [path])) for path in ours]


def tidy_command(file: Path) -> List[str]:
    command = [CLANG_TIDY, "--quiet", "-p", str(BUILD)]
    # The database is GCC's, with the names of warnings that only GCC has.
    command.append("--extra-arg=-Wno-unknown-warning-option")
    if file == USER_OF_DTL:
        command += ["--extra-arg=-fdelayed-template-parsing", "--extra-arg=-Wno-delayed-template-parsing-in-cxx20"]
    return [*command, str(file)]


def digest(unit: Unit, version: str) -> str:
    read = hashlib.sha256("\0".join([version, unit.command, *tidy_command(unit.file)]).encode())
    configurations = [folder / ".clang-tidy" for folder in unit.file.parents if ROOT in (folder, *folder.parents)]
    for path in [*filter(Path.exists, configurations), *unit.includes]:
        read.update(hashlib.sha256(path.read_bytes()).digest())
    return read.hexdigest()


def warnings_for(file: Path) -> str:
    """Or why it could not be read; empty when there are none."""
    result = subprocess.run(tidy_command(file), cwd=ROOT, capture_output=True, text=True)
    return result.stdout or result.stderr if result.returncode else ""


def tidy(unit: Unit, version: str) -> str:
    clean = CLEAN / f"{unit.file.relative_to(ROOT)}.sha256"
    read = digest(unit, version)
    if clean.exists() and clean.read_text(encoding="utf-8") == read:
        return ""
    found = warnings_for(unit.file)
    clean.unlink(missing_ok=True)
    if not found:
        clean.parent.mkdir(parents=True, exist_ok=True)
        clean.write_text(read, encoding="utf-8")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev tidy", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    wanted = {path.resolve() for path in options.files}
    units = [unit for unit in compiled_units() if not wanted or unit.file in wanted]
    for path in wanted - {unit.file for unit in units}:
        parser.error(f"{path} is no C++ file of ours that the dev build compiles")
    version = subprocess.run([CLANG_TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    warned = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for output in pool.map(lambda unit: tidy(unit, version), units):
            if output:
                warned += 1
                print(output, flush=True)
    print(f"{len(units)} files, {warned} with warnings")
    return 1 if warned else 0


if __name__ == "__main__":
    sys.exit(main())
