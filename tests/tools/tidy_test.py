"""'./dev tidy' reads a file again when anything that it was made of has changed, and only then."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = """
cmake_minimum_required(VERSION 3.25)
project(example CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_library(example OBJECT one.cpp two.cpp inner/three.cpp)
"""
# Says what it was asked of, and has a warning for a file with "bad" in it.
CLANG_TIDY = """#!/bin/sh
[ "$1" = --version ] && { echo example; exit 0; }
for file; do :; done
basename "$file" >>asked
! grep bad "$file"
"""


class Tidy(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        shutil.copytree(ROOT / "tools", self.root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
        self.write("bin/clang-tidy-19", CLANG_TIDY)
        (self.root / "bin/clang-tidy-19").chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{self.root / 'bin'}:{os.environ['PATH']}"}
        self.write(".clang-tidy", "Checks: example\n")
        self.write("CMakeLists.txt", PROJECT)
        self.write("shared.h", "int shared();\n")
        self.write("one.cpp", '#include "shared.h"\n')
        self.write("two.cpp", "int two;\n")
        self.write("inner/three.cpp", "int three;\n")
        self.run_in_root("cmake", "-G", "Ninja", "-B", "build/dev")

    def write(self, path, text):
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def run_in_root(self, *command):
        return subprocess.run(command, cwd=self.root, env=self.environment, capture_output=True, text=True)

    def tidy(self, *arguments):
        """The files that were read, and the last line that was said."""
        asked = self.root / "asked"
        asked.write_text("", encoding="utf-8")
        self.run_in_root("cmake", "--build", "build/dev")
        ran = self.run_in_root(sys.executable, "tools/tidy.py", *arguments)
        self.assertEqual(ran.returncode, 0 if "0 with warnings" in ran.stdout else 1, ran.stderr)
        return sorted(asked.read_text(encoding="utf-8").split()), ran.stdout.splitlines()[-1]

    def test_clean_files_are_read_once(self):
        self.assertEqual(self.tidy(), (["one.cpp", "three.cpp", "two.cpp"], "3 files, 0 with warnings"))
        self.assertEqual(self.tidy(), ([], "3 files, 0 with warnings"))

    def test_change_of_a_header_is_one_of_those_that_include_it(self):
        self.tidy()
        self.write("shared.h", "int shared(int);\n")
        self.assertEqual(self.tidy()[0], ["one.cpp"])

    def test_change_of_the_configuration_is_one_of_all(self):
        self.tidy()
        self.write(".clang-tidy", "Checks: other\n")
        self.assertEqual(self.tidy()[0], ["one.cpp", "three.cpp", "two.cpp"])
        self.write("inner/.clang-tidy", "Checks: other\n")
        self.assertEqual(self.tidy()[0], ["three.cpp"])

    def test_warnings_are_said_until_they_are_mended(self):
        self.write("two.cpp", "int bad;\n")
        self.assertEqual(self.tidy()[1], "3 files, 1 with warnings")
        self.assertEqual(self.tidy(), (["two.cpp"], "3 files, 1 with warnings"))
        self.write("two.cpp", "int good;\n")
        self.assertEqual(self.tidy(), (["two.cpp"], "3 files, 0 with warnings"))

    def test_one_file_can_be_asked_for(self):
        self.assertEqual(self.tidy("one.cpp"), (["one.cpp"], "1 files, 0 with warnings"))


if __name__ == "__main__":
    unittest.main()
