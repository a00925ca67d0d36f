"""'./dev new-rule' writes a rule that compiles and registers, and refuses one that can't be."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class NewRule(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def new_rule(self, *arguments):
        command = [sys.executable, ROOT / "tools/new_rule.py", "--root", self.root, *arguments]
        return subprocess.run(command, capture_output=True, text=True)

    def table(self):
        """What the build makes of the rules on disk."""
        files = "\n".join(str(path) for path in sorted(self.root.glob("rules/*/*.*")))
        (self.root / "list.txt").write_text(files, encoding="utf-8")
        script = ROOT / "cmake/GenerateRuleTable.cmake"
        cmake = [shutil.which("cmake"), "-D", "LIST=list.txt", "-D", "OUTPUT=table.cpp", "-P", script]
        subprocess.run(cmake, cwd=self.root, check=True)
        return (self.root / "table.cpp").read_text(encoding="utf-8")

    def test_writes_logic_page_and_golden_files(self):
        result = self.new_rule("FRK999", "some-name", "start_method")
        self.assertEqual(result.returncode, 0, result.stderr)
        page = (self.root / "rules/start_method/some_name.md").read_text(encoding="utf-8")
        headings = [line[3:] for line in page.splitlines() if line.startswith("## ")]
        self.assertEqual(headings, ["What", "Why", "Bad", "Good", "Fix", "When to ignore"])
        self.assertTrue(list((self.root / "tests/golden").rglob("*.py")))

    def test_what_it_writes_compiles(self):
        self.new_rule("FRK999", "some-name", "start_method")
        compiler = [os.environ["CXX"], "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
        includes = ["-I", ROOT, "-I", ROOT / "analyzer"]
        subprocess.run([*compiler, *includes, self.root / "rules/start_method/some_name.cpp"], check=True)

    def test_the_build_finds_it_with_its_page(self):
        self.new_rule("FRK999", "some-name", "start_method")
        self.new_rule("FRK110", "earlier", "order")
        table = self.table()
        self.assertLess(table.index("extern const Rule earlier;"), table.index("extern const Rule some_name;"))
        self.assertIn("# FRK999 some-name", table)

    def test_refuses_a_taken_id(self):
        self.new_rule("FRK999", "some-name", "start_method")
        result = self.new_rule("FRK999", "other-name", "order")
        self.assertEqual(result.returncode, 2)
        self.assertIn("FRK999 is taken by rules/start_method/some_name.cpp", result.stderr)
        self.assertFalse((self.root / "rules/order").exists())

    def test_refuses_a_taken_name(self):
        self.new_rule("FRK999", "some-name", "start_method")
        self.assertIn("is taken by", self.new_rule("FRK998", "some-name", "order").stderr)

    def test_refuses_what_is_no_id_name_or_group(self):
        for arguments in [("FRK9", "a", "b"), ("FRK999", "Some_Name", "b"), ("FRK999", "a", "../b")]:
            self.assertEqual(self.new_rule(*arguments).returncode, 2, arguments)


if __name__ == "__main__":
    unittest.main()
