"""What GitHub and pre-commit read of this repository, by public schemas of it."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOOL = ROOT / "build" / "test-tools" / "bin" / "check-jsonschema"
PATIENCE = 120
sys.argv = sys.argv[:1]


@unittest.skipUnless(TOOL.exists(), "check-jsonschema is not there: './dev setup' fetches it")
class WorkflowsTest(unittest.TestCase):
    def check(self, schema: str, path: Path, status: int = 0) -> None:
        done = subprocess.run([TOOL, "--builtin-schema", schema, path], stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.STDOUT, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, status, done.stdout)

    def test_the_action(self):
        self.check("vendor.github-actions", ROOT / "action.yml")

    def test_the_schema_can_refuse(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "action.yml"
            path.write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("using: composite", "using: bash"))
            self.check("vendor.github-actions", path, status=1)

    def test_the_workflows(self):
        for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
            self.check("vendor.github-workflows", path)


if __name__ == "__main__":
    unittest.main()
