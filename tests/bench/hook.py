"""What the pre-commit hook costs for one changed file of a repository: hook.py FORKLINT.

The file is checked by forklint and by ruff, each by itself and as a hook of the real pre-commit, in turns. A hook that
does nothing shows what pre-commit takes for itself.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Dict, List

import bench
import scale

CHANGED = "service_0/pools.py"
HOOK = """\
- repo: local
  hooks:
  - id: {name}
    name: {name}
    language: system
    entry: {entry}
    types: [python]
    require_serial: true
"""
# The developer's own settings of git and pre-commit are not measured.
ENVIRONMENT = {**{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))},
               "PATH": "/usr/bin:" + os.environ.get("PATH", ""), "GIT_CONFIG_GLOBAL": os.devnull,
               "GIT_CONFIG_NOSYSTEM": "1"}


def run(root: Path, *command: str) -> float:
    """Seconds, and 0 or 1 as status, which say whether something was found."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    if done.returncode not in (0, 1):
        sys.exit(f"hook: {command} ended with status {done.returncode}: {done.stdout}{done.stderr}")
    return seconds


def make_repository(root: Path, modules: int, entries: Dict[str, str]) -> None:
    for index in range(modules // scale.MODULES_PER_SERVICE):
        scale.write_service(root, index)
    for name, entry in entries.items():
        config = "repos:\n" + HOOK.format(name=name, entry=entry)
        (root / f".pre-commit-{name}.yaml").write_text(config, encoding="utf-8")
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "--quiet"], ["add", "."], [*author, "commit", "--quiet", "--message", "begin"]):
        run(root, "git", *command)
    changed = root / CHANGED
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# Changed.\n", encoding="utf-8")
    run(root, "git", "add", CHANGED)


def measure(root: Path, entries: Dict[str, str], rounds: int) -> Dict[str, List[float]]:
    commands = {name: [*entry.split(), CHANGED] for name, entry in entries.items()}
    for name in entries:
        commands[f"pre-commit, {name}"] = ["pre-commit", "run", "--config", f".pre-commit-{name}.yaml"]
    times: Dict[str, List[float]] = {name: [] for name in commands}
    for command in commands.values():  # The first run fills caches.
        run(root, *command)
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(root, *command))
    return times


def ratio(times: Dict[str, List[float]], one: str, other: str) -> float:
    return statistics.median(a / b for a, b in zip(times[one], times[other]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forklint", type=Path)
    parser.add_argument("--modules", type=int, default=2000, help="files of the repository")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    ruff = bench.find("ruff")
    if not ruff:
        sys.exit("hook: ruff is not installed: './dev bench --install' brings it in")
    entries = {"nothing": "true", "ruff": f"{ruff} check --force-exclude",
               "forklint": f"{options.forklint.resolve()} --force-exclude"}
    with tempfile.TemporaryDirectory(prefix="forklint-hook-") as folder:
        root = Path(folder)
        make_repository(root, options.modules, entries)
        times = measure(root, entries, options.rounds)
    print(f"one changed file of {options.modules}, {options.rounds} rounds:")
    for name, all_seconds in times.items():
        print(f"{name:>21}: {1000 * statistics.median(all_seconds):6.1f} ms, slowest {1000 * max(all_seconds):6.1f} ms")
    print(f"forklint takes {ratio(times, 'forklint', 'ruff'):.1f} times as long as ruff by itself, "
          f"{ratio(times, 'pre-commit, forklint', 'pre-commit, ruff'):.2f} times as a hook")


if __name__ == "__main__":
    main()
