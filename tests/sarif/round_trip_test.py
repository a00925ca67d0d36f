"""The fixes in a SARIF log, applied by a script of its own, give the same files as --fix.

But for one thing: a name that only all fixes of a file together leave without a user. Each fix of a log stands alone
and may not take it away; --fix does, when the last of them is made."""

import ast
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Dict, Iterator, List, Sequence

import apply_fixes

FORKLINT = Path(sys.argv.pop(1)).resolve()
TESTS = Path(__file__).resolve().parent.parent
PATIENCE = 120
# As many rounds as --fix makes.
ROUNDS = 10
AWKWARD = {
    "crlf.py": "import multiprocessing\r\n\r\nif __name__ == '__main__':\r\n    multiprocessing.Pool(2)\r\n",
    "emoji.py": "import multiprocessing\n\nif __name__ == '__main__':\n    print('\U0001f374'), multiprocessing.Pool(2)\n",
    "bom.py": "\ufeffimport multiprocessing\n\nif __name__ == '__main__':\n    multiprocessing.Pool(2)\n",
    "no end, 100%.py": "import multiprocessing\n\nif __name__ == '__main__':\n    multiprocessing.Pool(2)",
    "two.py": "import multiprocessing\n\nif __name__ == '__main__':\n"
              "    multiprocessing.Pool(2)\n    multiprocessing.Pool(3); multiprocessing.Process(target=print).start()\n",
}


def projects() -> Iterator[Dict[str, bytes]]:
    """The golden sources about fixes, each a project of its own; whole projects; and files that are easily broken."""
    for path in sorted((TESTS / "golden" / "fixes").glob("*.py")):
        if not path.name.endswith(".fixed.py"):
            yield {path.name: path.read_bytes()}
    for folder in sorted((TESTS / "golden" / "projects").iterdir()):
        if folder.is_dir():
            yield {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name, text in AWKWARD.items():
        yield {name: text.encode("utf-8")}


def run(folder: Path, *arguments: str) -> bytes:
    done = subprocess.run([FORKLINT, *arguments, "."], cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{arguments}: {done.stderr.decode()}")
    return done.stdout


def files(folder: Path) -> Dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def without_idle_imports(code: bytes) -> List[str]:
    """The lines, where `from multiprocessing import ...` names only what the file uses."""
    tree = ast.parse(code)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    lines = code.decode("utf-8-sig").splitlines()
    for statement in reversed(tree.body):
        if not isinstance(statement, ast.ImportFrom) or statement.module != "multiprocessing":
            continue
        names = [ast.unparse(each) for each in statement.names if (each.asname or each.name) in used]
        lines[statement.lineno - 1:statement.end_lineno] = [f"from multiprocessing import {', '.join(names)}"] * bool(names)
    return lines


def apply_until_nothing_is_left(folder: Path, applicabilities: Sequence[str]) -> int:
    applied = 0
    for _ in range(ROUNDS):
        count = apply_fixes.apply(json.loads(run(folder, "--output-format", "sarif")), folder, applicabilities)
        if count == 0:
            break
        applied += count
    return applied


class RoundTripTest(unittest.TestCase):
    def compare(self, applicabilities: Sequence[str], *options: str) -> int:
        applied = 0
        for project in projects():
            with self.subTest(project=sorted(project)[0]), tempfile.TemporaryDirectory() as parent:
                by_log, by_fix = Path(parent) / "by_log", Path(parent) / "by_fix"
                for name, content in project.items():
                    (by_log / name).parent.mkdir(parents=True, exist_ok=True)
                    (by_log / name).write_bytes(content)
                (by_log / ".git").mkdir()
                shutil.copytree(by_log, by_fix)
                applied += apply_until_nothing_is_left(by_log, applicabilities)
                run(by_fix, "--fix", *options)
                self.assert_same(files(by_log), files(by_fix))
        return applied

    def assert_same(self, by_log: Dict[str, bytes], by_fix: Dict[str, bytes]) -> None:
        self.assertEqual(sorted(by_log), sorted(by_fix))
        for name, code in by_log.items():
            if code != by_fix[name]:
                self.assertEqual(without_idle_imports(code), without_idle_imports(by_fix[name]), name)
                self.assertEqual(by_fix[name].decode("utf-8-sig").splitlines(), without_idle_imports(by_fix[name]), name)

    def test_safe_fixes(self):
        self.assertGreater(self.compare(("safe",)), 5)

    def test_unsafe_fixes(self):
        self.assertGreater(self.compare(("safe", "unsafe"), "--unsafe-fixes"), 40)


if __name__ == "__main__":
    unittest.main()
