"""'./dev corpus' compares what forklint finds with a recorded run."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class Corpus(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "project").mkdir()
        self.forklint = self.root / "forklint"

    def run_with(self, *findings, arguments=()):
        """The output and status of the command with a forklint that finds these (line, message)."""
        listed = [
            {"id": "FRK102", "level": "warning", "message": [message, "Why."], "path": "a.py",
             "start": {"line": line, "column": 1}}
            for line, message in findings
        ]
        summary = {"files_checked": 1, "errors": 0, "warnings": len(listed), "notes": 0}
        output = json.dumps({"findings": listed, "summary": summary})
        self.forklint.write_text(f"#!{sys.executable}\nprint({output!r})\n", encoding="utf-8")
        self.forklint.chmod(0o755)
        command = [sys.executable, ROOT / "tools/corpus.py", "--forklint", self.forklint, "--recorded",
                   self.root / "recorded.json", self.root / "project", *arguments]
        result = subprocess.run(command, capture_output=True, text=True)
        return result.stdout + result.stderr, result.returncode

    def test_the_first_run_is_recorded_and_an_equal_one_is_silent(self):
        self.assertEqual(self.run_with((3, "x"))[1], 0)
        output, status = self.run_with((3, "x"))
        self.assertEqual(status, 0)
        self.assertIn("project: 1 files, 0 errors, 1 warnings, 0 notes", output)
        self.assertIn("0 changes", output)

    def test_names_what_is_gone_new_or_said_otherwise(self):
        self.run_with((3, "stays"), (5, "goes"), (7, "old words"))
        output, status = self.run_with((3, "stays"), (7, "new words"), (9, "comes"))
        self.assertEqual(status, 1)
        self.assertIn("- a.py:5:1: FRK102 warning: goes", output)
        self.assertIn("+ a.py:9:1: FRK102 warning: comes", output)
        self.assertIn("~ a.py:7:1: FRK102 warning: new words", output)
        self.assertNotIn("stays", output)

    def test_a_difference_stays_until_it_is_recorded(self):
        self.run_with((3, "x"))
        self.assertEqual(self.run_with((4, "x"))[1], 1)
        self.assertEqual(self.run_with((4, "x"), arguments=["--record"])[1], 0)
        self.assertEqual(self.run_with((4, "x"))[1], 0)

    def test_a_missing_checkout_is_said_in_one_line(self):
        output, status = self.run_with(arguments=["nowhere"])
        self.assertEqual(status, 1)
        self.assertEqual(output, "corpus: nowhere is not a folder\n")


if __name__ == "__main__":
    unittest.main()
