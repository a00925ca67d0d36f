"""A first use of an installed forklint, whatever way it was installed: smoke.py COMMAND...

Runs every subcommand of the program and `--help` of each.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

COMMAND = sys.argv[1:] or ["forklint"]
PATIENCE = 60
FORKS = "import os\n\nos.fork()\n"


def run(*arguments: str, status: int = 0, folder: str = ".") -> str:
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL, check=False)
    if done.returncode != status:
        sys.exit(f"{COMMAND} {arguments}: status {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    overview = run("--help")
    subcommands = re.findall(r"^  ([a-z]+) {2,}\S", overview.split("Subcommands:")[1], re.MULTILINE)
    assert {"check", "explain", "rules"} <= set(subcommands), overview
    for subcommand in subcommands:
        run(subcommand, "--help")
    assert re.fullmatch(r"forklint \d+\.\d+\.\d+\n", run("--version"))
    assert "FRK105" in run("rules")
    assert run("explain", "FRK105").startswith("# "), "a rule's page begins with its title"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "forks.py").write_text(FORKS, encoding="utf-8")
        found = json.loads(run("--isolated", "--output-format", "json", "forks.py", status=1, folder=folder))
        assert [each["id"] for each in found["findings"] if each["path"] == "forks.py"] == ["FRK105"], found
        log = json.loads(run("--isolated", "--output-format", "sarif", "forks.py", status=1, folder=folder))
        assert log["version"] == "2.1.0"
    print(f"smoke: {len(subcommands)} subcommands of {' '.join(COMMAND)} answer")


if __name__ == "__main__":
    main()
