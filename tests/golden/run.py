"""Runs forklint over the golden sources and compares what it says with the expectations that stand in them.

    run.py --forklint BINARY [--bless] [--sarif FILE] [FILTER]...

tests/golden/<subject>/<case>.py is a program of one file; tests/golden/projects/<case>/ is a folder that is analysed
as a project, with `# args:` in a file called ARGS, which may name the files to report on. FILTER chooses cases by a
part of their path. `--bless` rewrites the expectations to what forklint says now: read the diff before believing it.
expectation.py has the notation.

Whatever the case, these hold as well: one thread and eight say the same bytes; full, json, sarif and concise agree;
every place lies inside its file, on characters; messages are at most three sentences' lines that end with a full stop.
`--sarif FILE` writes the log of all cases for tests/sarif/validate.py.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from expectation import Annotated, Expected, differences, put_together, take_apart  # noqa: E402
from fixing import fix_folder  # noqa: E402
from invariants import Sources, broken_invariants  # noqa: E402

HERE = Path(__file__).resolve().parent
# What was read before is not what is tested.
os.environ["FORKLINT_NO_CACHE"] = "1"
NATIVE = (".c", ".cpp", ".h", ".hpp")
ANNOTATED = (".py", ".pyi", ".toml", ".cfg", *NATIVE)
IMPORT = re.compile(r"^\s*(?:import|from) +(\w+)", re.MULTILINE)
FIXED = ".fixed"  # before the suffix
FORMATS = ("sarif", "concise", "full")


class Case(NamedTuple):
    """One file, or the files of a project; paths are relative to tests/golden."""

    name: str
    args: Tuple[str, ...]
    files: Dict[str, Annotated]
    others: Tuple[str, ...]
    is_project: bool


class Outcome(NamedTuple):
    """What one run said: findings and notices by path, and what it broke, by path ('' where it has none)."""

    findings: Dict[str, List[Expected]]
    notices: Dict[str, List[str]]
    broken: List[Tuple[str, str]]
    fixed: Dict[str, str]


def read_case(name: str, paths: List[Path], is_project: bool) -> Case:
    files: Dict[str, Annotated] = {}
    others = []
    args: List[str] = []
    for path in paths:
        relative = path.relative_to(HERE).as_posix()
        if path.name == "ARGS":
            args += shlex.split(path.read_text(encoding="utf-8"))
        elif path.suffix in ANNOTATED:
            files[relative] = take_apart(path.read_bytes().decode("utf-8"), "//" if path.suffix in NATIVE else "#")
            args += shlex.split(files[relative].args)
        else:
            others.append(relative)
    return Case(name, tuple(args), files, tuple(others), is_project)


def read_cases(filters: List[str]) -> List[Case]:
    cases = []
    for path in sorted(path for suffix in (".py", ".c", ".cpp") for path in HERE.glob(f"*/*{suffix}")):
        if path.parent.name not in ("projects", "__pycache__") and not path.stem.endswith(FIXED):
            cases.append(read_case(path.relative_to(HERE).as_posix(), [path], False))
    for folder in sorted((HERE / "projects").glob("*/")):
        paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
        cases.append(read_case(folder.relative_to(HERE).as_posix(), paths, True))
    return [case for case in cases if not filters or any(part in case.name for part in filters)]


def names_that_hide(cases: List[Case]) -> List[str]:
    """Single files are analysed in one folder: a file called 'queue.py' there would be what `import queue` means."""
    single = [case for case in cases if not case.is_project]
    imported = {name for case in single for file in case.files.values() for name in IMPORT.findall(file.text)}
    single = [case for case in single if case.name.endswith(".py")]
    return [f"tests/golden/{case.name}: other sources import '{Path(case.name).stem}': give the file another name"
            for case in single if Path(case.name).stem in imported]


def write_files(cases: List[Case], root: Path) -> None:
    for case in cases:
        for name in case.others:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((HERE / name).read_bytes())
        for name, annotated in case.files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(annotated.text.encode("utf-8"))


def forklint_says(forklint: Path, args: Tuple[str, ...], folder: Path, jobs: int, logs: Path) -> Dict[str, str]:
    """The text of each format, of one run."""
    paths_given = any((folder / arg).is_file() for arg in args)
    command = [str(forklint), *([] if paths_given else ["."]), *args, "--jobs", str(jobs), "--output-format", "json"]
    command += [f"--output={name}={logs / name}" for name in FORMATS]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
    if done.returncode not in (0, 1):
        sys.exit(f"{shlex.join(command)}\nended with status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    texts = {name: (logs / name).read_text(encoding="utf-8") for name in FORMATS}
    texts["json"] = done.stdout.decode("utf-8")
    if done.returncode != (1 if json.loads(texts["json"])["findings"] else 0):
        sys.exit(f"{shlex.join(command)}\nended with status {done.returncode}, which is not what its findings say")
    return texts


def details_in(finding: dict, sources: Sources) -> Tuple[str, ...]:
    """Flow, related places, fixes and further lines of the message, as expectation.py writes them."""
    details = []
    for kind in ("flow", "related"):
        for place in finding[kind]:
            line = sources.line(place["path"], place["start"]["line"]) or ""
            text = line[place["start"]["column"] - 1:place["end"]["column"] - 1]
            other_file = "" if place["path"] == finding["path"] else place["path"] + ": "
            details.append(f"{kind}: {other_file}{text}")
    details += [f"fix: {fix['applicability']}: {fix['title']}" for fix in finding["fixes"]]
    return (*details, *("says: " + line for line in finding["message"][1:]))


def run_folder(forklint: Path, args: Tuple[str, ...], folder: Path, prefix: str) -> Outcome:
    with tempfile.TemporaryDirectory() as logs:
        many = forklint_says(forklint, args, folder, 8, Path(logs))
        one = forklint_says(forklint, args, folder, 1, Path(logs))
    broken = [("", f"--jobs 1 and --jobs 8 differ in {name}") for name in many if one[name] != many[name]]
    broken += broken_invariants(many, folder)
    report = json.loads(many["json"])
    fixed = fix_folder(forklint, args, folder, report)
    broken += fixed.broken
    findings: Dict[str, List[Expected]] = defaultdict(list)
    notices: Dict[str, List[str]] = defaultdict(list)
    sources = Sources(folder)
    for each in report["findings"]:
        path, start, end = each["path"], each["start"], each["end"]
        if start["line"] != end["line"]:
            broken.append((path, f"{each['id']}: the span of line {start['line']} ends on line {end['line']}"))
        text = f"{each['id']} {each['level']}: {each['message'][0]}"
        details = details_in(each, sources)
        findings[prefix + path].append(Expected(start["line"], start["column"], end["column"], text, details))
    for each in report["notices"]:
        line = f"line {each['line']}: " if each["line"] else ""
        notices[prefix + (each["path"] or "")].append(line + each["text"])
    return Outcome(findings, notices, [(prefix + path if path else prefix, what) for path, what in broken],
                   {prefix + path: text for path, text in fixed.texts.items()})


def run_all(forklint: Path, cases: List[Case], root: Path) -> Outcome:
    """Single files with equal arguments share a run; each project has one of its own."""
    groups: Dict[Tuple[str, ...], List[Case]] = defaultdict(list)
    for case in cases:
        if not case.is_project:
            groups[case.args].append(case)
    whole = Outcome({}, {}, [], {})

    def add(outcome: Outcome) -> None:
        whole.findings.update(outcome.findings)
        whole.notices.update(outcome.notices)
        whole.broken.extend(outcome.broken)
        whole.fixed.update(outcome.fixed)

    for number, (args, members) in enumerate(sorted(groups.items())):
        folder = root / str(number)
        write_files(members, folder)
        add(run_folder(forklint, (*args, "--isolated"), folder, ""))
    write_files([case for case in cases if case.is_project], root)
    for case in cases:
        if case.is_project:
            add(run_folder(forklint, case.args, root / case.name, case.name + "/"))
    return whole


def demands_silence(case: Case, name: str) -> bool:
    """In a project one silent file beside one that fires needs no word."""
    if not case.is_project:
        return True
    fires = any(annotated.findings for annotated in case.files.values())
    says_so = any(annotated.silent for annotated in case.files.values())
    return not fires and not says_so and name == min(case.files)


def judge(case: Case, outcome: Outcome) -> List[str]:
    problems = []
    for name, annotated in case.files.items():
        found, notices = outcome.findings.get(name, []), outcome.notices.get(name, [])
        for line, what in differences(annotated, found, notices, demands_silence(case, name)):
            problems.append(f"tests/golden/{name}:{line}: {what}")
    for path, what in outcome.broken:
        if path in case.files or path == case.name + "/":
            problems.append(f"tests/golden/{path}: {what}")
    return problems


def fixed_file(name: str) -> Path:
    path = HERE / name
    return path.with_name(path.stem + FIXED + path.suffix)


def wrong_fixes(case: Case, outcome: Outcome) -> List[str]:
    """Of the cases about fixes: each has its fixed text beside it, unless there is nothing to fix."""
    problems = []
    for name in case.files if case.name.startswith("fixes/") else []:
        beside = fixed_file(name)
        expected = beside.read_bytes().decode("utf-8") if beside.is_file() else None
        if outcome.fixed.get(name) != expected:
            problems.append(f"tests/golden/{name}: is fixed to\n{outcome.fixed.get(name)}\n  and not to\n{expected}")
    return problems


def bless_fixes(case: Case, outcome: Outcome) -> None:
    for name in case.files if case.name.startswith("fixes/") else []:
        if name in outcome.fixed:
            fixed_file(name).write_bytes(outcome.fixed[name].encode("utf-8"))
        else:
            fixed_file(name).unlink(missing_ok=True)


def bless(case: Case, outcome: Outcome) -> None:
    fires = any(outcome.findings.get(name) for name in case.files)
    for name, annotated in case.files.items():
        found, notices = outcome.findings.get(name, []), outcome.notices.get(name, [])
        demand = not case.is_project or (not fires and (annotated.silent or demands_silence(case, name)))
        text = put_together(annotated, found, notices, demand)
        path = HERE / name
        if text.encode("utf-8") != path.read_bytes():
            path.write_bytes(text.encode("utf-8"))
            print(f"blessed tests/golden/{name}")


def write_sarif(forklint: Path, cases: List[Case], root: Path, log: Path) -> None:
    """One log of everything, whatever the arguments of its cases."""
    folder = root / "all"
    write_files(cases, folder)
    command = [str(forklint), ".", "--isolated", "--exit-zero", "--output-format", "sarif", "--output-file", str(log)]
    subprocess.run(command, cwd=folder, check=True, timeout=300, stderr=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forklint", type=Path, required=True)
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--sarif", type=Path, metavar="FILE")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    options = parser.parse_args()
    cases = read_cases(options.filters)
    forklint = options.forklint.resolve()
    # The name of the folder must say nothing: forklint leaves out folders such as 'build'.
    with tempfile.TemporaryDirectory(prefix="golden") as folder:
        if options.sarif:
            write_sarif(forklint, cases, Path(folder).resolve(), options.sarif.resolve())
            return 0
        outcome = run_all(forklint, cases, Path(folder).resolve())
    failed = [f"tests/golden: {what}" for path, what in outcome.broken if not path] + names_that_hide(cases)
    count = len(failed)
    for case in cases:
        problems = judge(case, outcome) + wrong_fixes(case, outcome)
        count += bool(problems)
        failed += problems
        if options.bless:
            bless(case, outcome)
            bless_fixes(case, outcome)
    if options.bless:
        return 0
    print("\n".join(failed))
    if failed:
        print(f"Is the new behaviour right? Then run './dev bless' and read the diff; {len(failed)} differences")
    print(f"{len(cases) - count} passed, {count} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
