"""The programs: what program.toml says of each, and running them under the recorder."""

import json
import os
import shutil
import subprocess
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Tuple

HERE = Path(__file__).resolve().parent
RECORDER = HERE / "recorder"
DESCRIPTION = "program.toml"
# Seconds. A program takes one or two; what takes longer hangs.
PATIENCE = 60
# Up to here fork is the default start method on Linux.
DEFAULT_PYTHONS = ">=3.8, <3.14"
KEYS = {"about", "python", "needs", "run", "fix", "unseen", "pending", "unreached"}
RUN_KEYS = {"args", "prints", "fixed_prints", "forks", "threads", "locks", "environment"}


class BadDescription(Exception):
    """program.toml says something that can't be."""


@dataclass(frozen=True)
class Run:
    """One command line, what it prints, and what the recorder must see: forks, threads or locks beside a fork.

    `fixed_prints`: what it prints when it is fixed, where it prints the start method itself.
    """

    args: Tuple[str, ...]
    prints: str
    forks: bool
    threads: bool
    locks: bool
    environment: Dict[str, str]
    fixed_prints: str


@dataclass(frozen=True)
class Mark:
    """A difference that is known: its kind, the file, a text of its line, and why."""

    kind: str
    path: str
    text: str
    reason: str


@dataclass
class Program:
    name: str
    about: str
    python: str
    needs: List[str]
    runs: List[Run]
    unseen: List[Mark] = field(default_factory=list)
    pending: List[Mark] = field(default_factory=list)
    unreached: List[Mark] = field(default_factory=list)
    # What [fix] promises: `by`, and for what only people can fix what forklint `says`.
    fix: Dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Interpreter:
    path: str
    version: Tuple[int, int]

    def __str__(self) -> str:
        return "Python %d.%d" % self.version


@dataclass(frozen=True)
class Outcome:
    status: int
    output: str
    errors: str
    forks: List[dict]


def all_programs(filters: List[str]) -> List[Program]:
    found = [read_program(path) for path in sorted(HERE.glob(f"*/{DESCRIPTION}"))]
    return [each for each in found if not filters or any(part in each.name for part in filters)]


def read_program(path: Path) -> Program:
    name = path.parent.name
    with path.open("rb") as stream:
        table = tomllib.load(stream)
    if set(table) - KEYS:
        raise BadDescription(f"{name}: unknown key '{min(set(table) - KEYS)}' in {DESCRIPTION}")
    try:
        marks = {kind: [_mark(kind, each) for each in table.get(kind, [])] for kind in ("unseen", "pending", "unreached")}
        runs = [_run(each) for each in table["run"]]
        return Program(name, table["about"], table.get("python", DEFAULT_PYTHONS), table.get("needs", []), runs, **marks, fix=table.get("fix", {}))
    except KeyError as missing:
        raise BadDescription(f"{name}: {DESCRIPTION} lacks {missing}") from None


def _run(table: dict) -> Run:
    if set(table) - RUN_KEYS:
        raise BadDescription(f"unknown key '{min(set(table) - RUN_KEYS)}' in [[run]]")
    threads, locks = table.get("threads", False), table.get("locks", False)
    return Run(tuple(table["args"]), table["prints"], table["forks"], threads, locks, table.get("environment", {}),
               table.get("fixed_prints", table["prints"]))


def _mark(kind: str, table: dict) -> Mark:
    path, _, text = table["at"].partition(": ")
    return Mark(table.get("kind", "false fork" if kind == "unreached" else "missed fork"), path, text, table["reason"])


def interpreter(path: str) -> Interpreter:
    shown = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:2])"], check=True, capture_output=True, text=True)
    major, minor = map(int, shown.stdout.split())
    return Interpreter(path, (major, minor))


def runs_on(program: Program, python: Interpreter) -> bool:
    comparisons = {">=": tuple.__ge__, "<": tuple.__lt__}
    for part in program.python.split(","):
        sign = part.strip().rstrip("0123456789.")
        version = tuple(int(number) for number in part.strip()[len(sign):].split("."))
        if not comparisons[sign](python.version, version):
            return False
    return True


def missing_libraries(program: Program, python: Interpreter) -> List[str]:
    """Of the libraries that the program needs, those that this interpreter has not."""
    question = "import importlib.util, sys; print(*[n for n in sys.argv[1:] if importlib.util.find_spec(n) is None])"
    if not program.needs:
        return []
    return subprocess.run([python.path, "-c", question, *program.needs], check=True, capture_output=True, text=True).stdout.split()


def copy_of(program: Program, folder: Path) -> Path:
    """A copy that the program may write into and that lies in no project."""
    target = folder / program.name
    shutil.copytree(HERE / program.name, target, ignore=shutil.ignore_patterns("__pycache__", DESCRIPTION))
    return target


def run_recorded(run: Run, folder: Path, python: Interpreter) -> Outcome:
    """Runs one command line in the folder; the recorder's log lies beside the folder, not in it."""
    log = folder.parent / (folder.name + ".forks")
    log.write_text("")
    environment = {**os.environ, **run.environment, "PYTHONDONTWRITEBYTECODE": "1"}
    paths = [str(RECORDER), run.environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    environment["FORK_RECORDER_LOG"] = str(log)
    environment["FORK_RECORDER_ROOT"] = str(folder)
    command = [python.path, *run.args]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=PATIENCE, check=False)
        status, output, errors = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired:
        status, output, errors = -1, "", f"it did not end in {PATIENCE} s"
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return Outcome(status, output, errors, [each for each in events if each["event"] == "fork" and each["by"] == "user"])
