"""forklint beside its peers on one tree: times, memory and ratios, as the median of several rounds."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ROOT / "build/bench-peers"
PINNED = ["ast-grep-cli==0.51.1", "ruff==0.17.5"]
CORES = 2


class Measure(NamedTuple):
    seconds: float
    cpu: float  # of all threads, with the system's part
    status: int


def catalog_names() -> List[str]:
    """Every API that creates processes or chooses how."""
    names = set()
    for file in sorted((ROOT / "rules/catalog").glob("*.toml")):
        for api in tomllib.loads(file.read_text(encoding="utf-8")).get("api", []):
            if api.keys() & {"creates", "sets", "context"}:
                names.update([api["name"], *api.get("also", [])])
    return sorted(name for name in names if re.fullmatch(r"[\w.]+", name))


def last_words(names: List[str]) -> List[str]:
    return sorted({name.rsplit(".", 1)[-1] for name in names})


def write_ast_grep_rule_per_api(names: List[str], folder: Path) -> Path:
    """What a team would write that wants to know which API it is: a rule for each, called as a name or an attribute."""
    rules = []
    for name in names:
        word = name.rsplit(".", 1)[-1]
        rules.append(f"id: {name}\nlanguage: python\nseverity: warning\nmessage: {name} creates processes\n"
                     f"rule:\n  any:\n    - pattern: $M.{word}($$$)\n    - pattern: {word}($$$)\n")
    file = folder / "ast-grep-per-api.yml"
    file.write_text("---\n".join(rules), encoding="utf-8")
    return file


def write_ast_grep_rule(words: List[str], folder: Path) -> Path:
    """The cheapest that it can be asked for: one rule, a call whose function is one of the words."""
    pattern = f"(^|\\.)({'|'.join(words)})$"
    rule = folder / "ast-grep.yml"
    rule.write_text(
        "id: creates-processes\nlanguage: python\nseverity: warning\nmessage: creates processes\n"
        f"rule:\n  kind: call\n  has:\n    field: function\n    regex: '{pattern}'\n",
        encoding="utf-8",
    )
    return rule


def find(tool: str) -> str:
    installed = PEERS / "bin" / tool
    return str(installed) if installed.exists() else shutil.which(tool) or ""


def commands(forklint: Path, tree: Path, names: List[str]) -> Dict[str, List[str]]:
    """Name -> command, of what is installed. All of them read every Python file below the tree."""
    PEERS.mkdir(parents=True, exist_ok=True)
    words = last_words(names)

    def ast_grep(rules: Path) -> List[str]:
        return [find("ast-grep"), "scan", "--rule", str(rules), "--no-ignore", "hidden", "--no-ignore", "vcs",
                "--globs", "*.py", "--globs", "*.pyw", str(tree)]

    grep = ["grep", "-rlE", "--include=*.py", "--include=*.pyw", f"\\b({'|'.join(words)})\\b", str(tree)]
    wanted = {
        "forklint": [str(forklint.resolve()), "--output-format", "concise", "--isolated", "--no-respect-ignore-files",
                     "--exclude", "__pycache__", str(tree)],
        "grep -rlE": grep,
        "ast-grep": ast_grep(write_ast_grep_rule_per_api(names, PEERS)),
        "ast-grep, 1 rule": ast_grep(write_ast_grep_rule(words, PEERS)),
        "ruff": [find("ruff"), "check", "--isolated", "--no-cache", "--no-respect-gitignore", "--config", "exclude = []",
                 "--config", 'include = ["*.py", "*.pyw"]', "--select", "PLW1509", str(tree)],
    }
    for name in [name for name, command in wanted.items() if not command[0]]:
        print(f"{name} is not installed: './dev bench --install' brings it in")
        del wanted[name]
    return wanted


def files_read(commands_of: Dict[str, List[str]]) -> Dict[str, int]:
    """How many files each of them reads, by its own word."""

    def output_of(command: List[str]) -> str:
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        return run.stdout + run.stderr

    def lines_of(command: List[str]) -> int:
        return len(output_of(command).splitlines())

    def number_behind(pattern: str, command: List[str]) -> int:
        found = re.search(pattern + r"(\d+)", output_of(command))
        return int(found[1]) if found else 0

    count: Dict[str, Callable[[List[str]], int]] = {
        "forklint": lambda command: number_behind("checked ", command),
        "grep -rlE": lambda command: lines_of(["grep", "-rc", *command[2:-2], "", command[-1]]),
        "ast-grep": lambda command: number_behind("scannedFileCount=", [*command, "--inspect", "summary"]),
        "ast-grep, 1 rule": lambda command: number_behind("scannedFileCount=", [*command, "--inspect", "summary"]),
        "ruff": lambda command: lines_of([*command, "--show-files"]),
    }
    return {name: count[name](command) for name, command in commands_of.items()}


def lone_copy(tree: Path, folder: Path) -> Path:
    """The tree as a project of its own: forklint would read all of the repository around it, grep would not."""

    def link_or_copy(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)

    (folder / "forklint.toml").touch()
    shutil.copytree(tree, folder / "tree", symlinks=True, copy_function=link_or_copy)
    return folder / "tree"


def install_peers() -> None:
    subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    subprocess.run([PEERS / "bin/pip", "install", "--quiet", *PINNED], check=True)


def empty_page_cache() -> None:
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3\n", encoding="ascii")


def measure(command: List[str]) -> Measure:
    pinned = ["taskset", "-c", f"0-{CORES - 1}", *command] if (os.cpu_count() or 1) > CORES else command
    start = time.monotonic()
    process = subprocess.Popen(pinned, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, wait_status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(wait_status)
    seconds = time.monotonic() - start
    return Measure(seconds, usage.ru_utime + usage.ru_stime, process.returncode)


def peak_megabytes(command: List[str]) -> float:
    """In a run of its own, as the system counts it while it runs: what it tells afterwards of a child includes what this
    process held when it started it."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        high = re.search(r"VmHWM:\s+(\d+)", status)
        peak = max(peak, int(high[1]) if high else 0)
        time.sleep(0.002)
    return peak / 1024


def print_table(measures: Dict[str, List[Measure]], files: Dict[str, int], memory: Dict[str, float]) -> None:
    """Ratios are taken within each round, so that what else the machine does hits both sides."""
    print(f"{'':16} {'files':>6} {'median':>9} {'fastest':>9} {'CPU':>9} {'memory':>9}   against forklint   CPU")
    for name, runs in measures.items():
        pairs = list(zip(runs, measures["forklint"]))
        median = statistics.median(run.seconds for run in runs)
        fastest = min(run.seconds for run in runs)
        cpu = statistics.median(run.cpu for run in runs)
        ratio = statistics.median(run.seconds / own.seconds for run, own in pairs)
        cpu_ratio = statistics.median(run.cpu / own.cpu for run, own in pairs)
        print(f"{name:16} {files[name]:6} {median:7.3f} s {fastest:7.3f} s {cpu:7.3f} s {memory[name]:6.0f} MB   "
              f"{ratio:15.2f}x {cpu_ratio:5.2f}x")


def compare(options: argparse.Namespace, tree: Path) -> None:
    names = catalog_names()
    compared = commands(options.forklint, tree, names)
    files = files_read(compared)
    state = "cold" if options.cold else "warm"
    print(f"{options.tree}: {len(names)} APIs; {options.rounds} rounds, {state}, {CORES} cores")
    measures: Dict[str, List[Measure]] = {name: [] for name in compared}
    for _ in range(options.rounds):
        for name, command in compared.items():
            if options.cold:
                empty_page_cache()
            run = measure(command)
            if run.status not in (0, 1):
                sys.exit(f"bench: {name} ended with status {run.status}")
            measures[name].append(run)
    print_table(measures, files, {name: peak_megabytes(command) for name, command in compared.items()})


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("tree", type=Path, nargs="?", default=Path(sysconfig.get_paths()["stdlib"]))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cold", action="store_true", help="empty the page cache before every run (root only)")
    parser.add_argument("--install", action="store_true", help="bring in the peers first")
    parser.add_argument("--forklint", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.install:
        install_peers()
    if not options.tree.is_dir():
        parser.error(f"{options.tree} is not a folder")

    folder = Path(tempfile.mkdtemp(prefix="forklint-bench-"))
    try:
        compare(options, lone_copy(options.tree, folder))
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
