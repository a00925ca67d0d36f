"""The logs of 'diagnose' and 'trace report' before the schema and the public validator."""

import json
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

FORKLINT = Path(sys.argv.pop(1)).resolve()
HERE = Path(__file__).resolve().parent
DUMPS = HERE.parent / "diagnose"
PATIENCE = 300
# Messages that no template stands for, and rules that stand under one name: notes of style.
STYLE = ["--allow", "SARIF2002", "--allow", "SARIF2009"]
# Paths of another machine, where the program ran: no base that could be named holds them.
ABSOLUTE = ["--allow", "SARIF2016"]
PROGRAM = """
    import os, threading, time
    def fork():
        if os.fork() == 0:
            os._exit(0)
        os.wait()
    lock = threading.Lock()
    threading.Thread(target=time.sleep, args=(0.2,)).start()
    with lock:
        fork()
    """


class Logs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        (self.root / ".git").mkdir()

    def run_forklint(self, *arguments, status: int) -> bytes:
        done = subprocess.run([FORKLINT, *arguments], cwd=self.root, capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout

    def validate(self, log: bytes, *options: str) -> None:
        path = self.root / "log.sarif"
        path.write_bytes(log)
        done = subprocess.run([sys.executable, HERE / "validate.py", "--code-not-at-hand", *STYLE, *options, path],
                              capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_recorded_dump(self):
        names = []
        for dump in sorted(DUMPS.glob("*/*.txt")):
            text = dump.read_text(encoding="utf-8").partition("\n--\n")[2]
            (self.root / dump.name).write_text(text, encoding="utf-8")
            names.append(dump.name)
        self.assertGreater(len(names), 30)
        log = self.run_forklint("diagnose", *names, "--output-format", "sarif", status=1)
        self.assertIn(b'"stacks"', log)
        self.validate(log, *ABSOLUTE)

    def test_a_report_of_a_trace(self):
        (self.root / "main.py").write_text(textwrap.dedent(PROGRAM))
        self.run_forklint("trace", "--", sys.executable, "main.py", status=0)
        report = ["trace", "report", "forklint-trace.jsonl", "--output-format", "sarif"]
        self.validate(self.run_forklint(*report, "--project", ".", status=1))
        self.validate(self.run_forklint(*report, status=1), *ABSOLUTE)

    def test_a_file_below_the_working_directory_is_named_from_there(self):
        """GitHub shows no file by an absolute path."""
        (self.root / "main.py").write_text(textwrap.dedent(PROGRAM))
        self.run_forklint("trace", "--", sys.executable, str(self.root / "main.py"), status=0)
        log = json.loads(self.run_forklint("trace", "report", "forklint-trace.jsonl", "--output-format", "sarif", status=1))
        run, = log["runs"]
        self.assertEqual([each["locations"][0]["physicalLocation"]["artifactLocation"] for each in run["results"]],
                         [{"uri": "main.py", "uriBaseId": "SRCROOT"}])
        self.assertEqual(run["invocations"][0]["workingDirectory"], {"uri": self.root.as_uri() + "/"})


if __name__ == "__main__":
    unittest.main()
