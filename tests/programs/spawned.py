"""Runs small programs by fork and by spawn, and compares what fails there with what forklint says of them.

    spawned.py --forklint BINARY [--python INTERPRETER]... [FILTER]...

Each file of spawned/ says in its second line what spawn makes of it: `works`, or the rule that speaks of the failure.
By fork each must end well. By spawn one that works prints the same; any other fails or prints something else, and
where forklint names an error, that error must be what Python says.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List, NamedTuple, Set, Tuple

HERE = Path(__file__).resolve().parent
STARTER = HERE / "start_method"
# Seconds. Each takes less than one; what spawn breaks may hang.
PATIENCE = 60


class Outcome(NamedTuple):
    status: int
    output: str
    errors: str


def run(program: Path, python: str, method: str) -> Outcome:
    """`method` is the default start method, as set before the program's first line."""
    environment = {**os.environ, "PYTHONPATH": str(STARTER), "PROGRAM_START_METHOD": method, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run([python, program.name], cwd=program.parent, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return Outcome(-1, "", f"it did not end in {PATIENCE} s")
    return Outcome(done.returncode, done.stdout, done.stderr)


def findings(forklint: Path, program: Path) -> List[dict]:
    done = subprocess.run([str(forklint), "--isolated", "--select", "FRK3", "--target-python", "3.8", "--output-format", "json",
                           program.name], cwd=program.parent, capture_output=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"forklint ended with status {done.returncode} on {program.name}: {done.stderr.decode()}")
    return json.loads(done.stdout)["findings"]


def expectation(program: Path) -> str:
    second = program.read_text(encoding="utf-8").splitlines()[1]
    prefix = "# spawn: "
    if not second.startswith(prefix):
        sys.exit(f"{program.name}: its second line must begin with '{prefix}'")
    return second[len(prefix):]


def words_of_error(found: dict) -> Set[str]:
    """What Python must say of it: the error's own words, without what differs from version to version."""
    text = " ".join(found["message"])
    known = ["Can't get attribute", "cannot pickle", "bootstrapping phase", "SemLock", "is not defined", "has no attribute"]
    return {words for words in known if words in text}


def differences(source: Path, forklint: Path, python: str, folder: Path) -> List[str]:
    expected = expectation(source)
    # A folder of its own, that lies in no project.
    program = folder / f"{source.stem}-{abs(hash(python))}" / source.name
    program.parent.mkdir()
    shutil.copy(source, program)
    found = findings(forklint, program)
    said = sorted({each["id"] for each in found})
    forked, spawned = run(program, python, "fork"), run(program, python, "spawn")
    works = spawned.status == 0 and spawned.output == forked.output
    result = []
    if forked.status != 0 or not forked.output:
        result.append(f"does not work by fork: {forked.errors[-500:]}")
    if works != (expected == "works"):
        result.append(f"'{expected}' is expected, and by spawn it {'works' if works else 'fails: ' + spawned.errors[-500:]}")
    if said != ([] if expected == "works" else [expected]):
        result.append(f"'{expected}' is expected, forklint says {', '.join(said) or 'nothing'}")
    # Up to Python 3.10 a primitive of another context kills the child without a word.
    silent = expected == "FRK304" and "SemLock" not in spawned.errors
    missing = [words for each in found for words in words_of_error(each) if words not in spawned.errors]
    if missing and not silent:
        result.append(f"forklint says '{missing[0]}', Python says {spawned.errors[-500:]}")
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forklint", type=Path, required=True)
    parser.add_argument("--python", action="append", metavar="INTERPRETER")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    forklint = options.forklint.resolve()
    programs = [path for path in sorted((HERE / "spawned").glob("*.py"))
                if not options.filters or any(part in path.name for part in options.filters)]
    tasks: List[Tuple[Path, str]] = [(path, python) for python in options.python or [sys.executable] for path in programs]
    with tempfile.TemporaryDirectory(prefix="spawned") as folder, ThreadPoolExecutor(2) as workers:
        outcomes = list(workers.map(lambda task: differences(task[0], forklint, task[1], Path(folder).resolve()), tasks))
    for (path, python), problems in zip(tasks, outcomes):
        for problem in problems:
            print(f"tests/programs/spawned/{path.name} ({python}): {problem}")
    agreeing = sum(not problems for problems in outcomes)
    print(f"{len(programs)} programs, {len(tasks)} runs by fork and by spawn: {agreeing} as forklint says")
    return 1 if agreeing != len(tasks) else 0


if __name__ == "__main__":
    sys.exit(main())
