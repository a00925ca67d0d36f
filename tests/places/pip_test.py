"""A wheel in a clean virtual environment: the command, python -m forklint, and all subcommands."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import wheel

FORKLINT = Path(sys.argv.pop(1)).resolve()
PATIENCE = 300


def run(*command) -> None:
    subprocess.run([str(word) for word in command], check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)


class PipTest(unittest.TestCase):
    def test_installed_it_answers(self):
        smoke = Path(__file__).resolve().parent / "smoke.py"
        with tempfile.TemporaryDirectory() as folder:
            environment = Path(folder) / "environment"
            run(sys.executable, "-m", "venv", environment)
            built = wheel.build(FORKLINT, Path(folder))
            run(environment / "bin" / "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", built)
            python = environment / "bin" / "python"
            version = subprocess.run([FORKLINT, "--version"], capture_output=True, text=True, check=True).stdout
            native = ["--native"] if "(Clang " in version else []
            run(python, smoke, *native, environment / "bin" / "forklint")
            run(python, smoke, *native, python, "-m", "forklint")


if __name__ == "__main__":
    unittest.main()
