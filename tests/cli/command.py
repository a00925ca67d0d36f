"""What the tests of the command line share: a folder of their own, and forklint run in it."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Tuple, Union

FORKLINT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
# Whether this build reads C and C++.
HAS_CLANG = FORKLINT is not None and b"(Clang " in subprocess.run([FORKLINT, "--version"], capture_output=True,
                                                                 check=True).stdout
FORK = "import os\nos.fork()\n"
SPAWN = "import subprocess\nsubprocess.run(['true'])\n"
# Of the surroundings; where a test runs forklint by itself, nothing is kept in the user's cache folder.
LEFT_OUT = ("NO_COLOR", "FORCE_COLOR", "FORKLINT_NO_CACHE")
os.environ["FORKLINT_NO_CACHE"] = "1"
# Seconds. Whatever the input, forklint is done long before.
PATIENCE = 60


class Said(NamedTuple):
    status: int
    out: str
    err: str

    def findings(self) -> List[Tuple[str, int, str]]:
        return [(each["path"], each["start"]["line"], each["id"]) for each in json.loads(self.out)["findings"]]

    def notices(self) -> Dict[str, str]:
        return {each["path"]: each["text"] for each in json.loads(self.out)["notices"]}


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # Resolved, and with a root of its own: settings that lie around the temporary folder are not ours.
        self.root = Path(folder.name).resolve() / "project"
        self.root.mkdir()
        (self.root / ".git").mkdir()

    def write(self, name: str, content: Union[str, bytes] = FORK) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def forklint(self, *arguments: str, stdin: bytes = b"", env: Optional[dict] = None,
                 folder: str = ".") -> Said:
        environment = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
        environment["XDG_CACHE_HOME"] = str(self.root.parent / "cache")
        done = subprocess.run([FORKLINT, *arguments], cwd=self.root / folder, input=stdin, capture_output=True,
                              timeout=PATIENCE, env={**environment, **(env or {})}, check=False)
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def json(self, *arguments: str, **options) -> Said:
        return self.forklint(*arguments, "--output-format", "json", **options)

    def assert_error(self, said: Said, *parts: str) -> None:
        """One line on standard error, nothing on standard output, status 2."""
        self.assertEqual((said.status, said.out), (2, ""), said)
        self.assertEqual(said.err.count("\n"), 1, said.err)
        self.assertTrue(said.err.startswith("forklint: error: "), said.err)
        for part in parts:
            self.assertIn(part, said.err)


def main() -> None:
    unittest.main()
