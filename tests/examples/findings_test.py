"""forklint finds the forks that examples/training/README.md names, and is silent on its spawn context."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent / "examples/training"
FORKLINT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None


class Training(unittest.TestCase):
    def test_every_fork_is_found_and_nothing_else(self):
        result = subprocess.run([FORKLINT, "--output-format", "json"], cwd=PROJECT, capture_output=True, text=True)
        self.assertEqual(result.returncode, 1, result.stderr)
        found = sorted((finding["path"], finding["id"]) for finding in json.loads(result.stdout)["findings"])
        self.assertEqual(
            found,
            [
                ("pyproject.toml", "FRK601"),
                ("reviews/archive.py", "FRK106"),
                ("reviews/data.py", "FRK104"),
                ("reviews/data.py", "FRK201"),
                ("reviews/data.py", "FRK203"),
                ("reviews/prefetch.py", "FRK201"),
                ("reviews/prefetch.py", "FRK203"),
                ("reviews/preprocess.py", "FRK102"),
                ("reviews/vocabulary.py", "FRK103"),
                ("reviews/vocabulary.py", "FRK201"),
                ("reviews/workers.py", "FRK101"),
            ],
        )


if __name__ == "__main__":
    unittest.main()
