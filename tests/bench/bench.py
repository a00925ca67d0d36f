"""forklint beside its peers on one tree: times, memory and ratios, as the median of several rounds."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
import tomllib
from pathlib import Path
from typing import Dict, List, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ROOT / "build/bench-peers"
PINNED = ["ast-grep-cli==0.51.1", "ruff==0.17.5"]
CORES = 2


class Measure(NamedTuple):
    seconds: float
    megabytes: float
    status: int


def catalog_words() -> List[str]:
    """The last word of every API that creates processes or chooses how."""
    words = set()
    for file in sorted((ROOT / "rules/catalog").glob("*.toml")):
        for api in tomllib.loads(file.read_text(encoding="utf-8")).get("api", []):
            if api.keys() & {"creates", "sets", "context"}:
                words.update(name.rsplit(".", 1)[-1] for name in [api["name"], *api.get("also", [])])
    return sorted(word for word in words if re.fullmatch(r"\w+", word))


def write_ast_grep_rule(words: List[str], folder: Path) -> Path:
    """One rule: a call whose function is one of the words, alone or behind a dot."""
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


def commands(forklint: Path, tree: Path, words: List[str]) -> Dict[str, List[str]]:
    """Name -> command, of what is installed. Every file below the tree counts, whatever ignore files say."""
    PEERS.mkdir(parents=True, exist_ok=True)
    rule = write_ast_grep_rule(words, PEERS)
    grep = ["grep", "-rlE", "--include=*.py", f"\\b({'|'.join(words)})\\b", str(tree)]
    wanted = {
        "forklint": [str(forklint.resolve()), "--output-format", "concise", "--isolated", "--no-respect-ignore-files",
                     str(tree)],
        "grep -rlE": grep,
        "ast-grep": [find("ast-grep"), "scan", "--rule", str(rule), "--no-ignore", "hidden", "--no-ignore", "vcs",
                     str(tree)],
        "ruff": [find("ruff"), "check", "--isolated", "--no-cache", "--no-respect-gitignore", "--select", "PLW1509",
                 str(tree)],
    }
    for name in [name for name, command in wanted.items() if not command[0]]:
        print(f"{name} is not installed: './dev bench --install' brings it in")
        del wanted[name]
    return wanted


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
    return Measure(time.monotonic() - start, usage.ru_maxrss / 1024, process.returncode)


def print_table(measures: Dict[str, List[Measure]]) -> None:
    own = statistics.median(run.seconds for run in measures["forklint"])
    print(f"{'':12} {'median':>9} {'fastest':>9} {'memory':>9}   against forklint")
    for name, runs in measures.items():
        median = statistics.median(run.seconds for run in runs)
        fastest = min(run.seconds for run in runs)
        memory = max(run.megabytes for run in runs)
        print(f"{name:12} {median:7.3f} s {fastest:7.3f} s {memory:6.0f} MB   {median / own:8.2f}x")


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

    words = catalog_words()
    compared = commands(options.forklint, options.tree, words)
    files = sum(1 for _ in options.tree.rglob("*.py"))
    state = "cold" if options.cold else "warm"
    print(f"{options.tree}: {files} Python files; {len(words)} words; {options.rounds} rounds, {state}, {CORES} cores")
    measures: Dict[str, List[Measure]] = {name: [] for name in compared}
    for _ in range(options.rounds):
        for name, command in compared.items():
            if options.cold:
                empty_page_cache()
            run = measure(command)
            if run.status not in (0, 1):
                sys.exit(f"bench: {name} ended with status {run.status}")
            measures[name].append(run)
    print_table(measures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
