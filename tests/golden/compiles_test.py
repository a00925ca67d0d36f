"""Every golden source in C and C++ is a program that a compiler takes: what forklint says of it is said of real code.

    compiles_test.py [NAME]...

Left out is the one case that is about a header which is missing.
"""

import shutil
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGE = {".c": ["-xc", "-std=gnu17"], ".cpp": ["-xc++", "-std=gnu++20"]}
MISSING = "native-fork-missing-headers"
COMPILER = next((found for name in ("clang-19", "clang", "clang-20", "clang-18", "clang-17", "clang-16")
                 for found in [shutil.which(name)] if found), None)


@unittest.skipUnless(COMPILER, "no clang")
class Compiles(unittest.TestCase):
    def test_all(self):
        sources = sorted(path for path in HERE.rglob("*") if path.suffix in LANGUAGE)
        self.assertGreater(len(sources), 20)
        for source in sources:
            if MISSING in source.parts:
                continue
            with self.subTest(str(source.relative_to(HERE))):
                command = [COMPILER, "-fsyntax-only", "-w", "-D_GNU_SOURCE", "-fopenmp", "-I", source.parent / "include",
                           *LANGUAGE[source.suffix], source]
                done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
                self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
