"""Runs real programs under a recorder of forks and compares what happened with what forklint says of their code.

    compare.py --forklint BINARY [--python INTERPRETER]... [--verbose] [FILTER]...

Of each program: every fork that happened has a finding; where another thread was alive or a lock was held, a finding
says so; and nothing is reported that did not happen. README.md has the details, and how to add a program.
"""

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Set

sys.path.insert(0, str(Path(__file__).resolve().parent))
from judge import Judgement, judge, judge_marks  # noqa: E402
from programs import (BadDescription, Interpreter, Outcome, Program, Run, all_programs, copy_of,  # noqa: E402
                      interpreter, missing_libraries, run_recorded, runs_on)
from report import forklint_report  # noqa: E402


@dataclass
class Row:
    """A line of the table."""

    program: Program
    judgement: Judgement = field(default_factory=Judgement)
    skipped: str = ""
    failures: List[str] = field(default_factory=list)


def known_rules(forklint: Path) -> Set[str]:
    done = subprocess.run([str(forklint), "rules"], check=True, capture_output=True, text=True)
    return {line.split()[0] for line in done.stdout.splitlines() if line.startswith("FRK")}


def differences_of_run(run: Run, outcome: Outcome) -> List[str]:
    """Whether the program did what program.toml says it does: without that a comparison proves nothing."""
    command = " ".join(run.args)
    failures = []
    if outcome.status != 0:
        failures.append(f"'{command}' ended with status {outcome.status}: {outcome.errors.strip()[-2000:]}")
    elif outcome.output.strip() != run.prints.strip():
        failures.append(f"'{command}' printed\n{outcome.output.strip()}\n  instead of\n{run.prints.strip()}")
    seen = {
        "forks": bool(outcome.forks),
        "threads": any(each["threads"] for each in outcome.forks),
        "locks": any(each["held_locks"] for each in outcome.forks),
    }
    for what, happened in seen.items():
        if happened != getattr(run, what):
            failures.append(f"'{command}': program.toml says {what} = {str(not happened).lower()}, the recorder says otherwise")
    return failures


def compare(program: Program, forklint: Path, pythons: List[Interpreter], rules: Set[str], folder: Path) -> Row:
    row = Row(program)
    usable = [python for python in pythons if runs_on(program, python)]
    missing = [name for python in usable for name in missing_libraries(program, python)]
    if not usable or missing:
        row.skipped = f"no {', '.join(missing)} here" if missing else f"wants Python {program.python}"
        return row
    copy = copy_of(program, folder)
    forks = []
    for python in usable:
        for run in program.runs:
            outcome = run_recorded(run, copy, python)
            row.failures += [f"{python}: {what}" for what in differences_of_run(run, outcome)]
            forks += outcome.forks
    # What the runs wrote is not part of the program.
    clean = copy_of(program, folder / "clean")
    report = forklint_report(forklint, clean)
    row.failures += [f"forklint says: {notice['text']}" for notice in report["notices"]]
    row.judgement = judge(forks, report["findings"], clean, rules)
    row.failures += judge_marks(program, row.judgement)
    return row


def table(rows: List[Row], rules: Set[str]) -> str:
    heads = ["program", "runs", "forks", "found", "beside threads", "FRK2xx", "pending", "unseen", "verdict"]
    lines = [heads]
    for row in rows:
        each = row.judgement
        hazards = str(each.hazards_found) if any(rule.startswith("FRK2") for rule in rules) else "not checked"
        verdict = f"skipped: {row.skipped}" if row.skipped else "DIFFERS" if row.failures else "agrees"
        lines.append([row.program.name, str(len(row.program.runs)), str(each.forks), str(each.found), str(each.threaded),
                      hazards, str(len(row.program.pending)), str(len(row.program.unseen)), verdict])
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def summary(rows: List[Row]) -> str:
    ran = [row for row in rows if not row.skipped]
    total = {name: sum(getattr(row.judgement, name) for row in ran)
             for name in ("forks", "found", "threaded", "hazards_found", "places", "places_found")}
    return (f"{len(ran)} programs: {total['forks']} forks at {total['places']} places, {total['found']} forks at "
            f"{total['places_found']} places have a finding; {total['threaded']} forks beside a thread, "
            f"{total['hazards_found']} have an FRK2xx finding; {sum(len(row.program.pending) for row in ran)} pending, "
            f"{sum(len(row.program.unseen) for row in ran)} unseen")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forklint", type=Path, required=True)
    parser.add_argument("--python", action="append", metavar="INTERPRETER", help="run the programs with it; may be repeated")
    parser.add_argument("--verbose", action="store_true", help="say of each fork where it was and what it matched")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    forklint = options.forklint.resolve()
    rules = known_rules(forklint)
    pythons = [interpreter(path) for path in options.python or [sys.executable]]
    try:
        programs = all_programs(options.filters)
    except BadDescription as problem:
        sys.exit(f"tests/programs/{problem}")
    with tempfile.TemporaryDirectory(prefix="programs") as folder, ThreadPoolExecutor(2) as workers:
        root = Path(folder).resolve()
        rows = list(workers.map(lambda program: compare(program, forklint, pythons, rules, root), programs))
    for row in rows:
        if options.verbose:
            print("\n".join(f"{row.program.name}: {line}" for line in row.judgement.details))
        for failure in row.failures:
            print(f"tests/programs/{row.program.name}: {failure}")
    print(table(rows, rules))
    print(summary(rows))
    return 1 if any(row.failures for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
