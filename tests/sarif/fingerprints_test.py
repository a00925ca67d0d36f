"""What alerts are recognised by, from run to run, in logs of whole runs."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FORKLINT = Path(sys.argv.pop(1)).resolve()
PATIENCE = 60
CODE = """import multiprocessing as mp


def run(work):
    first = mp.Process(target=work, args=(1, 2))
    second = mp.Pool(4)
    second = mp.Pool(4)
    return first, second
"""
MOVED = "# A comment.\n\n" + CODE.replace("def run", "ANSWER = 42\n\n\ndef run")
REFORMATTED = CODE.replace("mp.Process(target=work, args=(1, 2))",
                           "mp.Process(\n        target = work,\n        args=(\n            1,\n            2,\n        ),\n    )")
NEIGHBOURS = CODE.replace("    return first, second", "    print(first)\n    return second")


class FingerprintsTest(unittest.TestCase):
    def results(self, code):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.py").write_text(code, encoding="utf-8")
            done = subprocess.run([FORKLINT, "--isolated", "--select", "FRK102", "--output-format", "sarif", "a.py"],
                                  cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        results = json.loads(done.stdout)["runs"][0]["results"]
        self.assertEqual(len(results), 3)
        return results

    def prints(self, code, name):
        return [each["partialFingerprints"][name] for each in self.results(code)]

    def test_ours_survive_moved_lines_a_formatter_and_new_neighbours(self):
        before = self.prints(CODE, "forklint/v1")
        for code in (MOVED, REFORMATTED, NEIGHBOURS):
            self.assertEqual(before, self.prints(code, "forklint/v1"), code)

    def test_githubs_survive_moved_lines(self):
        self.assertEqual(self.prints(CODE, "primaryLocationLineHash"), self.prints(MOVED, "primaryLocationLineHash"))

    def test_two_equal_lines_are_told_apart(self):
        # Three equal lines with equal lines behind them: GitHub's hash is the same but for its number.
        code = "import multiprocessing as mp\n\n" + "mp.Pool(4)\n" * 3 + "print('x' * 200)\n" * 9
        for name in ("forklint/v1", "primaryLocationLineHash"):
            self.assertEqual(len(set(self.prints(code, name))), 3, name)

    def test_another_call_is_another_finding(self):
        before = self.prints(CODE, "forklint/v1")
        after = self.prints(CODE.replace("args=(1, 2)", "args=(1, 3)"), "forklint/v1")
        self.assertEqual([left == right for left, right in zip(before, after)], [False, True, True])


if __name__ == "__main__":
    unittest.main()
