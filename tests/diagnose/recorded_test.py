"""Each recorded dump is recognised, or is not, as it says of itself."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from dumps import FORKLINT, diagnose, recorded


class ForkHangs(unittest.TestCase):
    def test_kind_certainty_and_the_users_line(self):
        for each in (*recorded("fork_hangs"), *recorded("source_shown")):
            with self.subTest(each.name):
                answer = diagnose(each.text.encode())
                self.assertEqual((answer.status, self.shown(answer, each.expected)), (1, each.expected))

    @staticmethod
    def shown(answer, expected: str) -> str:
        """An absolute path may stand before the place that is expected."""
        first = answer.first()
        place = expected.split()[2]
        return first.replace(first.split()[-1], place) if place != "-" and first.endswith("/" + place) else first

    def test_there_are_at_least_twelve(self):
        self.assertGreaterEqual(len(list(recorded("fork_hangs"))), 12)

    def test_the_guides_dump_names_the_release_to_install(self):
        guide = next(each for each in recorded("fork_hangs") if each.name == "vendor_guide")
        most = diagnose(guide.text.encode()).diagnoses[0]
        self.assertEqual(most["python"], "3.8.19")
        self.assertIn("install 3.8.20", " ".join(most["advice"]))
        self.assertIn("get_context(\"spawn\").Pool", most["advice"][0])


class OtherProblems(unittest.TestCase):
    def test_they_are_not_this_problem(self):
        for each in recorded("other_problems"):
            with self.subTest(each.name):
                answer = diagnose(each.text.encode())
                self.assertEqual((answer.status, [d["kind"] for d in answer.diagnoses if d["fork_hang"]]), (0, []))

    def test_it_is_said_what_they_look_like(self):
        for each in recorded("other_problems"):
            if each.expected == "nothing":
                continue
            with self.subTest(each.name):
                said = " ".join(d["what"] for d in diagnose(each.text.encode()).diagnoses)
                self.assertIn(each.expected, said)

    def test_there_are_at_least_ten(self):
        self.assertGreaterEqual(len(list(recorded("other_problems"))), 10)


class Outputs(unittest.TestCase):
    def run_on(self, text: str, *options: str):
        return subprocess.run([FORKLINT, "diagnose", "-", *options], input=text.encode(), capture_output=True,
                              timeout=60, check=False)

    def test_terminal(self):
        guide = next(each for each in recorded("fork_hangs") if each.name == "vendor_guide")
        said = self.run_on(guide.text).stdout.decode()
        self.assertIn("a hang at a fork (certain): a child stopped in the interpreter's after-fork code", said)
        self.assertIn("forked at: datasets/datasets.py:96 in _scale_down_hw", said)
        self.assertIn("1. datasets/datasets.py:96: ", said)

    def test_sarif_has_the_stack(self):
        dump = next(each for each in recorded("fork_hangs") if each.name == "logging_lock_native")
        run = json.loads(self.run_on(dump.text, "--output-format", "sarif").stdout)["runs"][0]
        result = run["results"][0]
        self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], "diagnose/inherited-lock")
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual((place["artifactLocation"]["uri"], place["region"]["startLine"]), ("fetcher/run.py", 44))
        frames = result["stacks"][0]["frames"]
        self.assertEqual(frames[3]["location"]["message"]["text"], "acquire")
        self.assertEqual(frames[0]["module"], "libpthread-2.31.so")

    def test_sarif_stands_at_the_dump_where_the_code_is_not_below_the_working_directory(self):
        dump = next(each for each in recorded("source_shown") if each.name == "print_stack")
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "dump.txt").write_text(dump.text, encoding="utf-8")
            done = subprocess.run([FORKLINT, "diagnose", "dump.txt", "--output-format", "sarif"], cwd=folder,
                                  capture_output=True, timeout=60, check=False)
        result = json.loads(done.stdout)["runs"][0]["results"][0]
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"], {"uri": "dump.txt", "uriBaseId": "SRCROOT"})
        self.assertIn("/srv/jobs/resize.py:21", result["message"]["text"])

    def test_errors_are_one_line(self):
        for arguments in (["no-such-file.txt"], [], ["--pid", "4194304"], ["-", "--project", "no-such-folder"]):
            done = subprocess.run([FORKLINT, "diagnose", *arguments], input=b"", capture_output=True, timeout=60,
                                  check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count(b"\n")), (2, b"", 1), arguments)


if __name__ == "__main__":
    unittest.main()
