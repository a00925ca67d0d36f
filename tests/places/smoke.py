"""A first use of an installed forklint, whatever way it was installed: smoke.py [--native] COMMAND...

Runs every subcommand of the program and `--help` of each; with --native it must read C as well.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

NATIVE = sys.argv[1:2] == ["--native"]
COMMAND = sys.argv[1 + NATIVE:] or ["forklint"]
PATIENCE = 60
FORKS = "import os\n\nos.fork()\n"
POOL = "import multiprocessing\n\nif __name__ == '__main__':\n    print(multiprocessing.Pool(2).map(abs, [1]))\n"
DUMP = "RuntimeError: Cannot re-initialize CUDA in forked subprocess\n"
# The compiler's own headers are forklint's to bring.
C_FORKS = "#include <stddef.h>\nint fork(void);\nvoid start(void) { size_t n = 0; (void)n; if (fork() == 0) return; }\n"
# Exits by itself in parent and child.
TRACED = "import os, sys\nif os.fork() == 0:\n    os._exit(0)\nos.wait()\n"


def run(*arguments: str, status=(0,), folder: str = ".") -> str:
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL, check=False)
    if done.returncode not in status:
        sys.exit(f"{COMMAND} {arguments}: status {done.returncode}, not in {status}\n{done.stdout}{done.stderr}")
    return done.stdout


def check(folder: str) -> None:
    (Path(folder) / "forks.py").write_text(FORKS, encoding="utf-8")
    found = json.loads(run("--isolated", "--output-format", "json", "forks.py", status=(1,), folder=folder))
    assert [each["id"] for each in found["findings"] if each["path"] == "forks.py"] == ["FRK105"], found
    log = json.loads(run("check", "--isolated", "--output-format", "sarif", "forks.py", status=(1,), folder=folder))
    assert log["version"] == "2.1.0"
    (Path(folder) / "pool.py").write_text(POOL, encoding="utf-8")
    assert '+    print(multiprocessing.get_context("spawn").Pool(2)' in run(
        "--isolated", "--diff", "pool.py", status=(1,), folder=folder)
    run("--isolated", "--fix", "pool.py", folder=folder)
    assert "spawn" in (Path(folder) / "pool.py").read_text(encoding="utf-8")

    (Path(folder) / "forks.c").write_text(C_FORKS, encoding="utf-8")
    said = json.loads(run("--isolated", "--output-format", "json", "forks.c", status=(0, 1), folder=folder))
    forks = [each["id"] for each in said["findings"]]
    assert not NATIVE or (forks == ["FRK401"] and not said["notices"]), said
    assert NATIVE or forks or "without Clang" in said["notices"][0]["text"], said


def trace(folder: str) -> None:
    (Path(folder) / "traced.py").write_text(TRACED, encoding="utf-8")
    run("trace", "--output", "trace.jsonl", "--", sys.executable, "traced.py", folder=folder)
    assert "traced.py:2" in run("trace", "report", "trace.jsonl", status=(0, 1), folder=folder)


def diagnose(folder: str) -> None:
    (Path(folder) / "dump.txt").write_text(DUMP, encoding="utf-8")
    assert "CUDA" in run("diagnose", "dump.txt", status=(0, 1), folder=folder)


def doctor(folder: str) -> None:
    run("doctor", "--python", sys.executable, status=(0, 1), folder=folder)


def explain(_: str) -> None:
    assert run("explain", "FRK105").startswith("# "), "a rule's page begins with its title"


def rules(_: str) -> None:
    assert "FRK105" in run("rules")


def completion(_: str) -> None:
    for shell in ("bash", "zsh", "fish", "man"):
        assert "forklint" in run("completion", shell)


def main() -> None:
    overview = run("--help")
    subcommands = re.findall(r"^  ([a-z]+) {2,}\S", overview.split("Subcommands:")[1], re.MULTILINE)
    uses = {use.__name__: use for use in (check, explain, rules, diagnose, doctor, trace, completion)}
    assert set(subcommands) == set(uses), subcommands
    assert re.fullmatch(r"forklint \d+\.\d+\.\d+ \((Clang [\d.]+|without Clang)\)\n", run("--version"))
    for subcommand in subcommands:
        run(subcommand, "--help")
        with tempfile.TemporaryDirectory() as folder:
            uses[subcommand](folder)
    print(f"smoke: {len(subcommands)} subcommands of {' '.join(COMMAND)} answer")


if __name__ == "__main__":
    main()
