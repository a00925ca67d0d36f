"""examples/hang.py does what the README says of it: it hangs as it is, and ends with a spawn context."""

import multiprocessing
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent.parent / "examples/hang.py"
SECONDS = 20


class Hang(unittest.TestCase):
    @unittest.skipUnless(multiprocessing.get_start_method() == "fork", "this Python does not fork by default")
    def test_it_hangs(self):
        process = subprocess.Popen([sys.executable, "-W", "ignore", PROGRAM], start_new_session=True)
        try:
            with self.assertRaises(subprocess.TimeoutExpired):
                process.wait(3)
        finally:
            # The pool's workers as well: they share the session.
            subprocess.run(["kill", "-KILL", "--", f"-{process.pid}"], check=True)
            process.wait()

    def test_a_spawn_context_cures_it(self):
        cured = PROGRAM.read_text(encoding="utf-8")
        cured = cured.replace("from multiprocessing import Pool", "import multiprocessing")
        cured = cured.replace("with Pool(2)", 'with multiprocessing.get_context("spawn").Pool(2)')
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "cured.py"
            file.write_text(cured, encoding="utf-8")
            output = subprocess.run([sys.executable, file], capture_output=True, text=True, timeout=SECONDS).stdout
        self.assertEqual(output, "[['one', 'two'], ['three', 'four']]\n")


if __name__ == "__main__":
    unittest.main()
