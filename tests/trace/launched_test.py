"""Programs that another one launches, and a hang that the interpreter itself makes, under 'forklint trace'."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path

FORKLINT = Path(sys.argv.pop(1)).resolve()
HERE = Path(__file__).resolve().parent
HANGS = HERE.parent / "diagnose" / "programs"
# Where tools/setup.sh puts what has no package in the distribution.
PATH = f"{HERE.parent.parent / 'build' / 'test-tools' / 'bin'}{os.pathsep}{os.environ['PATH']}"
PYTHONS = [each for each in (sys.executable, "/usr/bin/python3") if Path(each).exists()]
PATIENCE = 120
# The first releases without the deadlock.
REPAIRED = {(3, 8): 20, (3, 9): 20, (3, 10): 15, (3, 11): 10}
# Debian's torch 1.13 does not start without them on Python 3.11.
STREAMS = ("--redirects", "1", "--tee", "1", "--log_dir", "log")
QUESTION = "import sys, sysconfig; print(*sys.version_info[:3], sysconfig.get_paths()['include'])"


def events(log: Path, kind: str) -> list:
    whole = log.read_text().splitlines() if log.exists() else []
    return [event for event in map(json.loads, whole) if event["event"] == kind]


def has_torch(python: str) -> bool:
    question = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch.distributed.run') is None)"
    return subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0


class Launched(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.log = self.root / "forklint-trace.jsonl"

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(textwrap.dedent(text))

    def test_workers_of_torchrun(self):
        python = next(filter(has_torch, PYTHONS), None)
        if python is None:
            self.skipTest("no Python with torch (python3-torch)")
        self.write("train.py", """
            import os
            from torch.utils.data import DataLoader
            for batch in DataLoader([1, 2], num_workers=1):
                pass
            """)
        done = subprocess.run([FORKLINT, "trace", "--", python, "-m", "torch.distributed.run", "--nproc_per_node=2",
                               *STREAMS, "train.py"],
                              cwd=self.root, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        launcher = next(each["pid"] for each in events(self.log, "process") if "--nproc_per_node=2" in each["command"])
        workers = [each["pid"] for each in events(self.log, "process") if each["parent"] == launcher]
        forks = events(self.log, "fork")
        self.assertEqual(sorted(each["pid"] for each in forks), sorted(workers))
        self.assertEqual(len(workers), 2)
        for fork in forks:
            line, = [each["line"] for each in fork["stack"] if each["file"].endswith("train.py")]
            self.assertEqual(line, 4)

    def test_a_child_that_hangs_in_the_interpreters_own_code(self):
        python, include = self.affected_python()
        subprocess.run(["gcc", "-O1", "-shared", "-fPIC", f"-I{include}", str(HANGS / "foreign_threads.c"), "-o",
                        str(self.root / "foreign_threads.so")], check=True, timeout=PATIENCE)
        traced = subprocess.Popen([FORKLINT, "trace", "--hang-after", "1", "--", python, HANGS / "head_lock.py"],
                                  cwd=self.root, env={**os.environ, "PYTHONPATH": str(self.root), "PATH": PATH},
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        stuck = int(traced.stdout.readline())
        deadline = time.monotonic() + PATIENCE
        while not events(self.log, "hang") and time.monotonic() < deadline:
            time.sleep(0.1)
        os.kill(stuck, 9)
        _, said = traced.communicate(timeout=PATIENCE)
        hang, = events(self.log, "hang")
        self.assertEqual(hang["pid"], stuck)
        self.assertIn(f"process {stuck} does not come out of its fork", said)
        if not shutil.which("gdb", path=PATH) or not hang["stacks"]:
            self.skipTest("gdb is not here, or may not look into processes: the hang was noticed, without its stacks")
        answer = subprocess.run([FORKLINT, "diagnose", "-"], input=hang["stacks"], capture_output=True, text=True,
                                timeout=PATIENCE, check=False)
        self.assertEqual(answer.returncode, 1, answer.stdout)
        self.assertIn("a hang at a fork (certain)", answer.stdout)

    def affected_python(self):
        for python in PYTHONS:
            said = subprocess.run([python, "-c", QUESTION], capture_output=True, text=True, check=True).stdout.split()
            version, include = tuple(map(int, said[:3])), said[3]
            if version[2] < REPAIRED.get(version[:2], 0) and (Path(include) / "Python.h").exists():
                return python, include
        self.skipTest("no affected Python with its headers here")


if __name__ == "__main__":
    unittest.main()
