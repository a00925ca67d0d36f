"""What must hold for every fix, whatever it is about, and what a source looks like when it is fixed.

Of each folder of sources a copy is fixed with --fix --unsafe-fixes: what Python took before it takes afterwards, a second
run changes nothing, and every single fix that a report offers gives text that Python takes too. The fixed text of
tests/golden/fixes/<case>.py stands in <case>.fixed.py beside it, that of a C source in <case>.fixed.c: compiles_test.py
gives it to a compiler.
"""

import ast
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Tuple

SOURCES = (".py", ".c", ".cpp")
Broken = Iterator[Tuple[str, str]]


class Fixed(NamedTuple):
    """The texts of the files that changed, by path, and what was broken."""

    texts: Dict[str, str]
    broken: List[Tuple[str, str]]


def parses(path: str, text: str) -> bool:
    """Whether Python takes it."""
    if not path.endswith(".py"):
        return False
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def read(folder: Path) -> Dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
            for path in sorted(folder.rglob("*")) if path.suffix in SOURCES}


def offset_of(text: str, place: dict) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[:place["line"] - 1]) + place["column"] - 1


def with_edits(text: str, edits: List[dict]) -> str:
    for edit in sorted(edits, key=lambda each: (each["start"]["line"], each["start"]["column"]), reverse=True):
        text = text[:offset_of(text, edit["start"])] + edit["replacement"] + text[offset_of(text, edit["end"]):]
    return text


def fixes_that_break(report: dict, texts: Dict[str, str]) -> Broken:
    for finding in report["findings"]:
        for fix in finding["fixes"]:
            for path in {edit["path"] for edit in fix["edits"]} & set(texts):
                edits = [edit for edit in fix["edits"] if edit["path"] == path]
                if parses(path, texts[path]) and not parses(path, with_edits(texts[path], edits)):
                    yield path, f"{finding['id']}: Python does not take what the fix '{fix['title']}' makes"
            if fix["applicability"] == "unsafe" and "may break" not in fix["title"]:
                yield finding["path"], f"{finding['id']}: the title of an unsafe fix does not say what may break: {fix['title']}"
            if fix["applicability"] == "safe" and "may break" in fix["title"]:
                yield finding["path"], f"{finding['id']}: a fix that may break is called safe: {fix['title']}"


def fix_folder(forklint: Path, args: Tuple[str, ...], folder: Path, report: dict) -> Fixed:
    before = read(folder)
    broken = list(fixes_that_break(report, before))
    with tempfile.TemporaryDirectory(prefix="fixed") as parent:
        copy = Path(parent).resolve() / folder.name
        shutil.copytree(folder, copy)
        runs = [fix(forklint, args, copy) for _ in range(2)]
    for path, text in runs[0].items():
        if parses(path, before.get(path, "")) and not parses(path, text):
            broken.append((path, "Python does not take the fixed file"))
        if runs[1][path] != text:
            broken.append((path, "a second run of --fix changes it again"))
    return Fixed({path: text for path, text in runs[0].items() if before.get(path) != text}, broken)


def fix(forklint: Path, args: Tuple[str, ...], folder: Path) -> Dict[str, str]:
    paths_given = any((folder / arg).is_file() for arg in args)
    command = [str(forklint), *([] if paths_given else ["."]), *args, "--fix", "--unsafe-fixes", "--output-format", "json"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
    return read(folder)
