"""Fixes a copy of each program and runs it: it must print the same, and fork no more where it was fixed.

    fix.py --forklint BINARY [--python INTERPRETER]... [--only] [--start-method forkserver] [--fix-style entry-point]
           [--part 1/4] [FILTER]...

What a program's [fix] table promises is held to: `by = "safe"` or `"unsafe"`, which of --fix and --unsafe-fixes leaves
no fork; `by = "hand"`, nothing may be changed, and forklint `says` why. Without the table: whatever --fix changes keeps
working. Programs run on each interpreter that is there, the fixed files compile on all of them, and a second run of
--fix changes nothing. Each program's line is printed as soon as it is done.
"""

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from programs import (BadDescription, Interpreter, Program, all_programs, copy_of, interpreter,  # noqa: E402
                      missing_libraries, run_recorded, runs_on)
from report import forklint_report  # noqa: E402

OPTIONS = {"safe": ["--fix"], "unsafe": ["--fix", "--unsafe-fixes"]}
FORK_RULES = ("FRK101", "FRK102", "FRK103", "FRK104", "FRK105", "FRK106")


@dataclass
class Verdict:
    """What became of a program: `works` and `broke` by the way it was fixed."""

    program: str
    outcome: Dict[str, str] = field(default_factory=dict)
    failures: List[str] = field(default_factory=list)


def fixed_copy(forklint: Path, program: Program, way: str, folder: Path) -> Path:
    copy = copy_of(program, folder)
    (copy / ".git").mkdir()
    for _ in range(2):
        before = {path: path.read_bytes() for path in copy.rglob("*.py")}
        done = subprocess.run([str(forklint), *OPTIONS[way], "."], cwd=copy, capture_output=True, text=True, timeout=120,
                              check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"forklint ended with status {done.returncode}: {done.stderr}")
    changed = [path for path, text in before.items() if path.read_bytes() != text]
    if changed:
        raise RuntimeError(f"a second run of {OPTIONS[way]} changed {changed[0].name}")
    return copy


def changed_files(original: Path, copy: Path) -> List[Path]:
    return [path for path in sorted(copy.rglob("*.py"))
            if not filecmp.cmp(path, original / path.relative_to(copy), shallow=False)]


def run_fixed(program: Program, copy: Path, pythons: List[Interpreter], forks_left: bool) -> List[str]:
    """What went wrong, on any interpreter."""
    failures = []
    for python in pythons:
        for run in program.runs:
            outcome = run_recorded(run, copy, python)
            wanted = run.fixed_prints.strip()
            command = f"{python}: '{' '.join(run.args)}'"
            if outcome.status != 0 or outcome.output.strip() != wanted:
                failures.append(f"{command} ended with status {outcome.status} and printed\n{outcome.output.strip()[-1500:]}\n"
                                f"  instead of\n{wanted[-1500:]}\n{outcome.errors.strip()[-1500:]}")
            if outcome.forks and not forks_left:
                place = outcome.forks[0]["stack"][:1]
                failures.append(f"{command} still forks: {place}")
    return failures


def compiled_nowhere(files: List[Path], pythons: List[Interpreter]) -> List[str]:
    code = "import sys\nfor name in sys.argv[1:]: compile(open(name, 'rb').read(), name, 'exec')"
    failures = []
    for python in pythons if files else []:
        done = subprocess.run([python.path, "-c", code, *map(str, files)], capture_output=True, text=True, check=False)
        if done.returncode:
            failures.append(f"{python} does not compile what was fixed: {done.stderr.strip()[-500:]}")
    return failures


def said_of(report: dict) -> str:
    parts = []
    for finding in report["findings"]:
        parts += finding["message"] + [place["message"] for place in finding["related"]]
        parts += [fix["title"] for fix in finding["fixes"]]
    return "\n".join(parts)


def promise(program: Program, style: str) -> str:
    return program.fix.get(style, "") if style == "entry-point" else program.fix.get("by", "")


def check_by_hand(program: Program, forklint: Path, folder: Path, verdict: Verdict) -> None:
    original = copy_of(program, folder / "original")
    for way in OPTIONS:
        if changed_files(original, fixed_copy(forklint, program, way, folder / way)):
            verdict.failures.append(f"{OPTIONS[way]} changed a program that only people can fix")
    said = said_of(forklint_report(forklint, original))
    if program.fix["says"] not in said:
        verdict.failures.append(f"does not say '{program.fix['says']}' but\n{said}")
    verdict.outcome["hand"] = "told"


def check_way(program: Program, way: str, style: str, forklint: Path, pythons: List[Interpreter], folder: Path,
              verdict: Verdict) -> None:
    original = copy_of(program, folder / "original")
    copy = fixed_copy(forklint, program, way, folder / way)
    changed = changed_files(original, copy)
    left = any(each["id"] in FORK_RULES for each in forklint_report(forklint, copy)["findings"])
    promised = promise(program, style) == way
    if promised and (left or not changed):
        verdict.failures.append(f"{OPTIONS[way]} does not fix it")
    if not changed:
        return
    failures = compiled_nowhere(changed, pythons) + run_fixed(program, copy, pythons, left)
    verdict.outcome[way] = "broke" if failures else "works"
    # What is called unsafe may break, unless the program's description says that it does not.
    if failures and (promised or way == "safe"):
        verdict.failures += failures


def check(program: Program, style: str, forklint: Path, pythons: List[Interpreter], folder: Path) -> Verdict:
    verdict = Verdict(program.name)
    usable = [python for python in pythons if runs_on(program, python) and not missing_libraries(program, python)]
    if not usable:
        verdict.outcome["skipped"] = f"wants Python {program.python} with {', '.join(program.needs) or 'nothing else'}"
        return verdict
    folder = folder / program.name
    try:
        if program.fix.get("by") == "hand":
            check_by_hand(program, forklint, folder, verdict)
        else:
            for way in OPTIONS:
                check_way(program, way, style, forklint, usable, folder / f"as-{way}", verdict)
    except RuntimeError as problem:
        verdict.failures.append(str(problem))
    return verdict


def summary(verdicts: List[Verdict]) -> str:
    def count(way: str, outcome: str) -> int:
        return sum(verdict.outcome.get(way) == outcome for verdict in verdicts)

    return (f"{len(verdicts)} programs: safe fixes of {count('safe', 'works')} work and of {count('safe', 'broke')} break, "
            f"unsafe fixes of {count('unsafe', 'works')} work and of {count('unsafe', 'broke')} break, "
            f"{count('hand', 'told')} are left to people, {sum('skipped' in each.outcome for each in verdicts)} skipped")


def part_of(text: str) -> Tuple[int, int]:
    """`2/4`: of four parts the second."""
    number, _, count = text.partition("/")
    if not (number.isdigit() and count.isdigit() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"'{text}' is no part such as 2/4")
    return int(number), int(count)


def show(verdict: Verdict) -> None:
    for failure in verdict.failures:
        print(f"tests/programs/{verdict.program}: {failure}", flush=True)
    outcome = ", ".join(f"{way}: {what}" for way, what in verdict.outcome.items()) or "left as it is"
    print(f"{verdict.program}: {outcome}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forklint", type=Path, required=True)
    parser.add_argument("--python", action="append", metavar="INTERPRETER", help="run with it too; skipped where it is not there")
    parser.add_argument("--start-method", choices=("spawn", "forkserver", "auto"), default="spawn", help="that the fixes choose")
    parser.add_argument("--fix-style", choices=("call-site", "entry-point"), default="call-site", help="where they choose it")
    parser.add_argument("--only", action="store_true", help="not with the interpreter that runs this, too")
    parser.add_argument("--part", type=part_of, default=(1, 1), metavar="N/COUNT", help="every COUNT-th program, from the N-th on")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    for arguments in OPTIONS.values():
        arguments += ["--start-method", options.start_method, "--fix-style", options.fix_style]
    paths = [path for path in options.python or [] if shutil.which(path)]
    for path in set(options.python or []) - set(paths):
        print(f"skipped: no {path} here")
    pythons = [interpreter(path) for path in [*([] if options.only else [sys.executable]), *paths]]
    try:
        programs = all_programs(options.filters)[options.part[0] - 1::options.part[1]]
    except BadDescription as problem:
        sys.exit(f"tests/programs/{problem}")
    with tempfile.TemporaryDirectory(prefix="fixed") as folder, ThreadPoolExecutor(2) as workers:
        root = Path(folder).resolve()
        verdicts = []
        for verdict in workers.map(lambda each: check(each, options.fix_style, options.forklint.resolve(), pythons, root),
                                   programs):
            show(verdict)
            verdicts.append(verdict)
    print(summary(verdicts))
    return 1 if any(verdict.failures for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
