"""The examples of the rule pages are true: what is called bad is found, what is called good is not, and good code runs.

A ```python block is a file of its own; a ```toml block is the pyproject.toml of a project whose only module forks.
Blocks that import nothing but the standard library are run: they end by themselves, the good ones with status 0. Bad
ones end so as well, or with the error that their page says of them.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Iterator, List, NamedTuple, Set

ROOT = Path(__file__).resolve().parent.parent.parent
FORKLINT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
HEADINGS = ["What", "Why", "Bad", "Good", "Fix", "When to ignore"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FORKING_MODULE = "import os\n\npid = os.fork()\n"
# Seconds. Bad code is about programs that hang: what takes longer than this has hung.
PATIENCE = 60
# What bad code ends with, where that is what its page says of it.
FAILURES = {
    "FRK107": "RuntimeError: context has already been set",
    "FRK301": "Error: Can't ",
    "FRK302": "TypeError: cannot pickle",
    "FRK304": "RuntimeError: A SemLock created in a fork context",
}
# What the interpreter that runs the tests has without installing anything.
STANDARD = getattr(sys, "stdlib_module_names", frozenset({"concurrent", "multiprocessing", "os", "subprocess", "sys"}))


class Example(NamedTuple):
    page: str
    rule: str
    heading: str
    language: str
    code: str
    line: int

    def __str__(self) -> str:
        return f"{self.page}:{self.line} ({self.heading})"


def pages() -> List[Path]:
    return sorted(path for path in ROOT.glob("rules/*/*.md") if path.name != "README.md")


def sections(text: str) -> Iterator[tuple]:
    """(heading, its text, the line on which the text begins)"""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    line = parts[0].count("\n")
    for heading, body in zip(parts[1::2], parts[2::2]):
        yield heading, body, line + 1
        line += body.count("\n")


def examples() -> Iterator[Example]:
    for page in pages():
        text = page.read_text(encoding="utf-8")
        rule = text.split()[1]
        for heading, body, line in sections(text):
            for block in BLOCK.finditer(body):
                at = line + body[: block.start()].count("\n")
                yield Example(page.relative_to(ROOT).as_posix(), rule, heading, block[1], block[2], at)


def beside(example: Example) -> List[Example]:
    """Python and native code of one section belong together."""
    return [each for each in examples() if (each.page, each.heading) == (example.page, example.heading)
            and each.language != example.language and each.language in ("c", "cpp", "python")]


def findings(example: Example) -> Set[str]:
    """The rules that forklint reports in the example."""
    with tempfile.TemporaryDirectory() as folder:
        if example.language == "toml":
            (Path(folder) / "pyproject.toml").write_text(example.code, encoding="utf-8")
            (Path(folder) / "main.py").write_text(FORKING_MODULE, encoding="utf-8")
        else:
            for each in [example, *beside(example)]:
                name = {"c": "example.c", "cpp": "example.cpp"}.get(each.language, "main.py")
                (Path(folder) / name).write_text(each.code, encoding="utf-8")
        done = subprocess.run([FORKLINT, ".", "--output-format", "json"], cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{example}: forklint ended with status {done.returncode}: {done.stderr}")
    report = json.loads(done.stdout)
    if report["notices"]:
        raise AssertionError(f"{example}: forklint did not understand all of it: {report['notices']}")
    return {finding["id"] for finding in report["findings"]}


def runs_alone(code: str) -> bool:
    imported = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    return imported <= set(STANDARD)


def run(code: str) -> "subprocess.CompletedProcess[str]":
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "example.py"
        script.write_text(code, encoding="utf-8")
        return subprocess.run([sys.executable, "-W", "ignore", script], cwd=folder, timeout=PATIENCE,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)


class Pages(unittest.TestCase):
    def test_there_are_pages(self):
        self.assertGreater(len(pages()), 0)

    def test_headings_stand_in_their_order(self):
        for page in pages():
            with self.subTest(page.name):
                self.assertEqual([heading for heading, _, _ in sections(page.read_text(encoding="utf-8"))], HEADINGS)

    def test_every_page_shows_bad_and_good_code(self):
        for page in pages():
            shown = {each.heading for each in examples() if each.page == page.relative_to(ROOT).as_posix()}
            with self.subTest(page.name):
                self.assertLessEqual({"Bad", "Good"}, shown)

    def test_bad_code_is_found(self):
        for example in examples():
            if example.heading == "Bad":
                with self.subTest(str(example)):
                    self.assertIn(example.rule, findings(example))

    def test_good_code_is_not(self):
        for example in examples():
            if example.heading in ("Good", "Fix"):
                with self.subTest(str(example)):
                    self.assertNotIn(example.rule, findings(example))

    def test_good_code_runs(self):
        for example in examples():
            if example.heading == "Good" and example.language == "python" and runs_alone(example.code):
                with self.subTest(str(example)):
                    done = run(example.code)
                    self.assertEqual(done.returncode, 0, done.stderr)

    def test_bad_code_is_code_that_runs(self):
        for example in examples():
            if example.heading == "Bad" and example.language == "python" and runs_alone(example.code):
                with self.subTest(str(example)):
                    done = run(example.code)
                    # A forked child may hang, but these are the ones that mostly do not.
                    expected = FAILURES.get(example.rule, "")
                    if done.returncode != 0:
                        self.assertTrue(expected and expected in done.stderr, done.stderr)


if __name__ == "__main__":
    unittest.main()
