"""Spoils a valid log in one way at a time and expects validate.py to notice: a check that cannot fail is none."""

import copy
import json
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).resolve().parent))
import validate  # noqa: E402


class ValidateTest(unittest.TestCase):
    log: dict = {}

    def problems_after(self, spoil: Callable[[dict], None]) -> str:
        log = copy.deepcopy(self.log)
        spoil(log["runs"][0])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "spoilt.sarif"
            path.write_text(json.dumps(log), encoding="utf-8")
            return "\n".join(validate.problems(path, set()))

    def test_the_schema_counts(self):
        self.assertIn("schema: /runs/0", self.problems_after(lambda run: run.update(unknown=1)))

    def test_the_default_rules_count(self):
        def spoil(run):
            del run["results"][0]["locations"][0]["physicalLocation"]["contextRegion"]
        self.assertIn("SARIF2011", self.problems_after(spoil))

    def test_githubs_rules_count(self):
        def spoil(run):
            del run["tool"]["driver"]["rules"][0]["help"]
        self.assertIn("GH2012", self.problems_after(spoil))

    def test_githubs_rules_that_are_off_by_default_count(self):
        def spoil(run):
            artifact = run["results"][0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
            artifact.pop("uriBaseId")
            artifact["uri"] = "https://example.org/a.py"
        self.assertIn("GH1005", self.problems_after(spoil))

    def test_githubs_limits_count(self):
        def spoil(run):
            run["tool"]["driver"]["rules"][0]["fullDescription"]["text"] = "x" * 1025 + "."
        self.assertIn("limits: FRK998: fullDescription", self.problems_after(spoil))

    def test_a_missing_fingerprint_counts(self):
        def spoil(run):
            del run["results"][0]["partialFingerprints"]["primaryLocationLineHash"]
        self.assertIn("without primaryLocationLineHash", self.problems_after(spoil))

    def test_what_is_no_json_counts(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "broken.sarif"
            path.write_text("{", encoding="utf-8")
            self.assertIn("no JSON", "\n".join(validate.problems(path, set())))


if __name__ == "__main__":
    ValidateTest.log = json.loads(Path(sys.argv.pop(1)).read_text(encoding="utf-8"))
    unittest.main()
