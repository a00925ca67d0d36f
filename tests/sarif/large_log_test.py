"""A log with thousands of findings, of a whole run in a repository, before the public validator."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import validate

FORKLINT = Path(sys.argv.pop(1)).resolve()
TESTS = Path(__file__).resolve().parent.parent
PATIENCE = 300
COPIES = 4


class LargeLogTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve() / "project"
        self.folder.mkdir()

    def run_in(self, *command) -> None:
        subprocess.run([str(word) for word in command], cwd=self.folder, timeout=PATIENCE, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_thousands_of_findings(self):
        for number in range(COPIES):
            shutil.copytree(TESTS / "golden", self.folder / f"part_{number}", ignore=shutil.ignore_patterns("*.md", "*.toml"))
        git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
        self.run_in(*git, "init", "--quiet")
        self.run_in(*git, "remote", "add", "origin", "https://example.org/project.git")
        self.run_in(*git, "add", ".")
        self.run_in(*git, "commit", "--quiet", "--no-verify", "--message", "begin")
        self.run_in(FORKLINT, "--isolated", "--output-format", "sarif", "--output-file", "log.sarif", ".")
        self.assertEqual(validate.problems(self.folder / "log.sarif", set()), [])
        log = json.loads((self.folder / "log.sarif").read_text(encoding="utf-8"))
        results = log["runs"][0]["results"]
        self.assertGreater(len(results), 2000)
        # GitHub refuses two runs of one tool and category: what is found in C and in Python stands in one.
        self.assertEqual(len(log["runs"]), 1)
        self.assertIn("FRK104", {each["ruleId"] for each in results})
        if b"(Clang " in subprocess.run([FORKLINT, "--version"], capture_output=True, check=True).stdout:
            self.assertIn("FRK401", {each["ruleId"] for each in results})
        marks = [(each["ruleId"], each["partialFingerprints"]["forklint/v1"],
                  each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for each in results]
        self.assertEqual(len(set(marks)), len(marks), "two results of one file have the same fingerprint")


if __name__ == "__main__":
    unittest.main()
