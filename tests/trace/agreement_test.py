"""'forklint trace' sees the forks that the plain recorder of tests/programs sees, at the same lines."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FORKLINT = Path(sys.argv.pop(1)).resolve()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "programs"))

import programs  # noqa: E402  (its folder is on the path from here on)

PYTHON = programs.interpreter(sys.executable)
PATIENCE = 120


def lines_of_recorder(run, folder: Path) -> set:
    """(call, file, line) of the program's innermost frame at each fork."""
    places = set()
    for fork in programs.run_recorded(run, folder, PYTHON).forks:
        own = next((each for each in fork["stack"] if not each["file"].startswith("<")), None)
        if own is not None:
            places.add((fork["call"], own["file"], own["line"]))
    return places


def lines_of_trace(run, folder: Path) -> set:
    log = folder.parent / "trace.jsonl"
    subprocess.run([FORKLINT, "trace", "--output", log, "--", PYTHON.path, *run.args], cwd=folder, check=False,
                   env={**os.environ, **run.environment, "PYTHONDONTWRITEBYTECODE": "1"}, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)
    places = set()
    for line in log.read_text().splitlines():
        event = json.loads(line)
        if event["event"] != "fork" or event["role"] == "forkserver":
            continue
        for frame in event["stack"]:
            path = os.path.join(folder, frame["file"])
            if path.startswith(str(folder) + os.sep):
                places.add((event["call"], os.path.relpath(path, folder), frame["line"]))
                break
    return places


class Agreement(unittest.TestCase):
    def test_each_program(self):
        compared = 0
        for program in programs.all_programs([]):
            if not programs.runs_on(program, PYTHON) or programs.missing_libraries(program, PYTHON):
                continue
            with self.subTest(program.name), tempfile.TemporaryDirectory() as temporary:
                run = program.runs[0]
                copy = programs.copy_of(program, Path(temporary).resolve())
                expected = lines_of_recorder(run, copy)
                self.assertEqual(lines_of_trace(run, copy), expected)
                compared += 1
        self.assertGreaterEqual(compared, 20)


if __name__ == "__main__":
    unittest.main()
