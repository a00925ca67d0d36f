"""Runs forklint over checkouts of other projects and prints how the findings differ from a recorded run.

A checkout is a folder, or NAME=FOLDER; --list reads them from a file, one a line. The first run is recorded;
later ones are compared with it, and --record replaces it.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Tuple

ROOT = Path(__file__).resolve().parent.parent
LIMIT_SECONDS = 600


class Line(NamedTuple):
    """A finding, as far as a change in it is worth a look."""

    path: str
    line: int
    column: int
    id: str
    level: str
    message: str

    def where(self) -> Tuple[str, int, int, str]:
        return self.path, self.line, self.column, self.id

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.id} {self.level}: {self.message}"


Run = Dict[str, List[Line]]


def checkouts(options: argparse.Namespace) -> Dict[str, Path]:
    """Name -> folder, from the arguments and the list."""
    words = list(options.checkouts)
    for file in options.list:
        lines = file.read_text(encoding="utf-8").splitlines()
        words += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    named = {}
    for word in words:
        name, equals, folder = word.rpartition("=")
        path = Path(folder)
        if not path.is_dir():
            sys.exit(f"corpus: {path} is not a folder")
        named[name if equals else path.resolve().name] = path
    return named


def run_forklint(forklint: Path, checkout: Path, arguments: List[str]) -> Tuple[List[Line], Dict[str, Any], float]:
    """Findings, summary and seconds."""
    command = [str(forklint.resolve()), "--output-format", "json", "--exit-zero", *arguments, "."]
    start = time.monotonic()
    result = subprocess.run(command, cwd=checkout, capture_output=True, timeout=LIMIT_SECONDS)
    seconds = time.monotonic() - start
    if result.returncode != 0:
        sys.exit(f"corpus: forklint left {checkout} with status {result.returncode}:\n{result.stderr.decode()}")
    output = json.loads(result.stdout)
    return sorted(line_of(finding) for finding in output["findings"]), output["summary"], seconds


def line_of(finding: Dict[str, Any]) -> Line:
    start = finding["start"] or {"line": 0, "column": 0}
    message = finding["message"][0] if finding["message"] else ""
    return Line(finding["path"], start["line"], start["column"], finding["id"], finding["level"], message)


def difference(before: List[Line], after: List[Line]) -> List[str]:
    """What is gone (-), new (+), or said otherwise at the same place (~), in order of the place."""
    old = {line.where(): line for line in before}
    new = {line.where(): line for line in after}
    changes = []
    for where in sorted(old.keys() | new.keys()):
        if where not in new:
            changes.append(f"- {old[where]}")
        elif where not in old:
            changes.append(f"+ {new[where]}")
        elif old[where] != new[where]:
            changes.append(f"~ {new[where]}\n    was {old[where].level}: {old[where].message}")
    return changes


def load(path: Path) -> Run:
    recorded = json.loads(path.read_text(encoding="utf-8"))
    return {name: [Line(*line) for line in lines] for name, lines in recorded.items()}


def save(path: Path, run: Run) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(run, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def report(name: str, summary: Dict[str, Any], seconds: float, changes: List[str]) -> None:
    counts = ", ".join(f"{summary[level]} {level}" for level in ("errors", "warnings", "notes"))
    print(f"{name}: {summary['files_checked']} files, {counts}, {seconds:.2f} s")
    for change in changes:
        print(f"  {change}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev corpus", description=__doc__)
    parser.add_argument("checkouts", nargs="*", help="folders, or NAME=FOLDER")
    parser.add_argument("--list", type=Path, action="append", default=[], help="a file that names checkouts")
    parser.add_argument("--recorded", type=Path, default=ROOT / "build/corpus.json", help="the run to compare with")
    parser.add_argument("--record", action="store_true", help="make this run the recorded one")
    parser.add_argument("--forklint", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--argument", action="append", default=[], help="hand this to forklint, may be repeated")
    options = parser.parse_args()
    named = checkouts(options)
    if not named:
        parser.error("name at least one checkout")
    recorded = load(options.recorded) if options.recorded.exists() else {}
    changed = 0
    for name, folder in named.items():
        lines, summary, seconds = run_forklint(options.forklint, folder, options.argument)
        changes = difference(recorded[name], lines) if name in recorded else []
        changed += len(changes)
        report(name, summary, seconds, changes)
        if options.record or name not in recorded:
            recorded[name] = lines
    save(options.recorded, recorded)
    print(f"{len(named)} checkouts, {changed} changes against {options.recorded.name}")
    return 1 if changed and not options.record else 0


if __name__ == "__main__":
    sys.exit(main())
