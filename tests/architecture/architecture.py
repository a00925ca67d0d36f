"""Checks what a reviewer would otherwise have to: the layering of the rooms and the rules of the house.

The rooms and what each may use are read from analyzer/CMakeLists.txt, where they are declared. Every
failure names file and line, what is wrong, and what to do about it.
"""

import argparse
import ast
import re
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Set

MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 60
SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", ".venv"}
CXX = {".cpp", ".h"}
SCRIPTS = {".py", ".sh", ".cmake"}
# Inputs and expected outputs of tests: they look like what users have, not like us.
FIXTURES = ("tests/golden/", "tests/programs/", "tests/fuzz/seeds/", "tests/bench/data/", "tests/corpus/")
# Put together so that this file does not trip over itself.
MACHINE_PATHS = re.compile("(?<![\\w.:$}{])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me", "tm" + "p"]) + ")/[\\w.]")
REGISTRY_HOSTS = re.compile(
    "|".join(
        host.replace(" ", r"\.")
        for host in [
            "registry npmjs", "pypi org", "pythonhosted org", "crates io", "deb debian org", "proxy golang",
            "repo maven", "maven org", "yarnpkg com",
        ]
    )
)
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")


@dataclass(frozen=True)
class Failure:
    path: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}\n    {self.remedy}"


class Tree:
    """The repository as the checks see it: relative paths with '/' and the lines of text files."""

    def __init__(self, root: Path):
        self.root = root
        self.files: List[str] = sorted(self._walk(root))

    def _walk(self, folder: Path) -> Iterator[str]:
        for entry in folder.iterdir():
            if entry.is_symlink() or entry.name in SKIPPED_FOLDERS:
                continue
            if entry.is_dir():
                yield from self._walk(entry)
            elif entry.is_file():
                yield entry.relative_to(self.root).as_posix()

    def lines(self, path: str) -> List[str]:
        return (self.root / path).read_bytes().decode("utf-8", "replace").splitlines()

    def of(self, *suffixes: str) -> List[str]:
        return [path for path in self.files if Path(path).suffix in suffixes and not is_fixture(path)]

    def folders(self) -> Set[str]:
        return {parent.as_posix() for path in self.files for parent in Path(path).parents} - {"."}


def is_fixture(path: str) -> bool:
    return path.startswith(FIXTURES)


# ------------------------------------------------------------------------------------------ layering


def declared_rooms(tree: Tree) -> Dict[str, Set[str]]:
    """Room -> rooms it may include, in the order of the data, from its declaration."""
    text = "\n".join(tree.lines("analyzer/CMakeLists.txt"))
    rooms: Dict[str, Set[str]] = {}
    for arguments in re.findall(r"^forklint_room\(([^)]*)\)", text, re.MULTILINE):
        name, *words = arguments.split()
        uses: Set[str] = set()
        section = ""
        for word in words:
            if word in ("USES", "LIBRARIES", "PRIVATE_LIBRARIES"):
                section = word
            elif section == "USES":
                uses.add(word)
            elif word.startswith("forklint_"):
                uses.add(word[len("forklint_"):])
        rooms[name] = uses
    for path in tree.files:
        # A room that needs the rules is declared after them, by itself.
        match = re.fullmatch(r"analyzer/([^/]+)/CMakeLists\.txt", path)
        if match:
            named = set(re.findall(r"\bforklint_(\w+)", "\n".join(tree.lines(path))))
            rooms[match.group(1)] = named - {match.group(1)}
    return rooms


def includes(tree: Tree, path: str) -> Iterator[tuple]:
    for number, line in enumerate(tree.lines(path), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1)


def room_of(path: str, rooms: Dict[str, Set[str]]) -> str:
    """The layer a file belongs to: a room's name, 'rules', 'sarif', or '' for none."""
    parts = path.split("/")
    if parts[0] == "analyzer" and len(parts) > 2 and parts[1] in rooms:
        return parts[1]
    return parts[0] if parts[0] in ("rules", "sarif") else ""


def check_declared(tree: Tree) -> Iterator[Failure]:
    rooms = declared_rooms(tree)
    order = list(rooms)
    for folder in sorted({path.split("/")[1] for path in tree.of(*CXX) if re.match(r"analyzer/[^/]+/", path)}):
        if folder not in rooms:
            yield Failure(f"analyzer/{folder}", 1, f"the room '{folder}' is not declared",
                          f"Say 'forklint_room({folder} USES ...)' in analyzer/CMakeLists.txt, at its place in the order.")
    for room, uses in rooms.items():
        for used in uses & set(order):
            if order.index(used) >= order.index(room):
                yield Failure("analyzer/CMakeLists.txt", 1, f"'{room}' uses '{used}', which comes after it",
                              "Data flows one way: move what is needed up, or hand it over as a value.")


def check_layering(tree: Tree) -> Iterator[Failure]:
    rooms = declared_rooms(tree)
    layers = set(rooms) | {"rules", "sarif"}
    last_before_rules = "rewrite" if "rewrite" in rooms else "program"
    before_rules = set()
    for room in rooms:
        before_rules.add(room)
        if room == last_before_rules:
            break
    allowed = dict(rooms, rules=before_rules, sarif=set())
    for path in tree.of(*CXX):
        room = room_of(path, rooms)
        if not room:
            continue
        for number, included in includes(tree, path):
            first = included.split("/")[0]
            if "/" not in included or first not in layers or first == room or first in allowed[room]:
                continue
            remedy = (f"'{room}' may include {', '.join(sorted(allowed[room])) or 'nothing of forklint'}. If the need is "
                      "right, declare it in analyzer/CMakeLists.txt; if not, move the code or hand the value over.")
            yield Failure(path, number, f"'{room}' includes {included}", remedy)


def check_front_ends(tree: Tree) -> Iterator[Failure]:
    """The parsers' types stay in the one room that owns each."""
    owners = {"tree_sitter": "analyzer/python/", "clang": "analyzer/native/", "clang-c": "analyzer/native/",
              "llvm": "analyzer/native/", "llvm-c": "analyzer/native/"}
    for path in tree.of(*CXX):
        for number, included in includes(tree, path):
            owner = owners.get(included.split("/")[0])
            if owner and not path.startswith(owner):
                yield Failure(path, number, f"includes {included} outside of {owner}",
                              f"Let {owner} return plain values that hold what you need.")


def check_names(tree: Tree) -> Iterator[Failure]:
    for folder in sorted(tree.folders()):
        if Path(folder).name in ("clang", "llvm") and not is_fixture(folder + "/"):
            yield Failure(folder, 1, f"a folder is called '{Path(folder).name}'",
                          "It would shadow the library's own headers and names: call it after what it does.")
    for path in tree.of(*CXX):
        for number, line in enumerate(tree.lines(path), 1):
            match = re.match(r"\s*(?:inline\s+)?namespace\s+(?:\w+::)*(clang|llvm)\b(?!\w)(?!\s*=)", line)
            if match:
                yield Failure(path, number, f"a namespace is called '{match.group(1)}'",
                              "It would shadow the library's own names: call it after what it does.")


# ---------------------------------------------------------------------------------------------- size


def check_file_length(tree: Tree) -> Iterator[Failure]:
    for path in tree.of(*CXX, *SCRIPTS):
        count = len(tree.lines(path))
        if count > MAX_FILE_LINES:
            yield Failure(path, count, f"{count} lines, {MAX_FILE_LINES} is the cap",
                          "Split the file where its subject changes; a good file has about 120 lines.")


def without_comments_and_strings(text: str) -> str:
    """C++ with the same line breaks, but nothing in it that only looks like code."""
    pattern = re.compile(
        r'R"(?P<mark>[^(\s]{0,16})\((?:.|\n)*?\)(?P=mark)"|//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    )
    # A digit separator (1'000) is no character literal.
    text = re.sub(r"(?<=\d)'(?=\d)", "", text)
    return pattern.sub(lambda match: "\n" * match.group(0).count("\n"), text)


def cxx_functions(text: str) -> Iterator[tuple]:
    """(first line, last line) of each outermost function body; nested lambdas belong to it."""
    text = without_comments_and_strings(text)
    line, start, head = 1, 0, ""
    scopes: List[str] = []
    for character in text:
        if character == "\n":
            line += 1
        if character == "{":
            inside = any(scope == "function" for scope in scopes)
            is_type = re.search(r"\b(namespace|class|struct|union|enum|extern)\b[^()]*$", head)
            is_function = not inside and not is_type and re.search(r"\)[^=;]*$", head)
            scopes.append("function" if is_function else "other")
            if is_function:
                start = line
            head = ""
        elif character == "}":
            if scopes and scopes.pop() == "function":
                yield start, line
            head = ""
        elif character == ";":
            head = ""
        else:
            head += character


def python_functions(text: str) -> Iterator[tuple]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno


def is_case_label(line: str) -> bool:
    """The labels of a switch do not count: a table of cases is read by the row."""
    return re.match(r"\s*case [^;{]*:\s*$", line) is not None


def check_function_length(tree: Tree) -> Iterator[Failure]:
    for path in tree.of(*CXX, ".py"):
        text = "\n".join(tree.lines(path))
        functions = python_functions(text) if path.endswith(".py") else cxx_functions(text)
        lines = text.splitlines()
        for first, last in functions:
            count = sum(not is_case_label(line) for line in lines[first - 1 : last])
            if count > MAX_FUNCTION_LINES:
                yield Failure(path, first, f"a function of {count} lines, {MAX_FUNCTION_LINES} is the cap",
                              "Name its steps and make each a function; a function fits a screen.")


# --------------------------------------------------------------------------------------------- words


def check_folder_documentation(tree: Tree) -> Iterator[Failure]:
    rooms = declared_rooms(tree)
    for folder in sorted(tree.folders()):
        if is_fixture(folder + "/"):
            continue
        sources = [path for path in tree.of(*CXX, *SCRIPTS) if Path(path).parent.as_posix() == folder]
        if not sources:
            continue
        if f"{folder}/README.md" in tree.files:
            continue
        is_room = room_of(sources[0], rooms) and folder.count("/") == 1 and folder.startswith("analyzer/")
        if is_room:
            yield Failure(folder, 1, "a room without README.md",
                          "Write a short one: what comes in, what goes out, what may be included.")
        elif not all(has_header_comment(tree, path) for path in sources) and parent_readme(folder) not in tree.files:
            yield Failure(folder, 1, "a folder that does not say what it is for",
                          "Write README.md, or begin each of its files with a comment that says its purpose.")


FILE_NAME = re.compile(r"`([\w/]+(?:\*|/)?)(?:\.h|\.cpp)?`")


def names_file(name: str, file: str) -> bool:
    """Files are named without the room's folder and their suffix; a folder stands for all that lies in it."""
    return file.startswith(name) if name.endswith("/") else fnmatch(file, name)


def listed_files(lines: List[str]) -> Iterator[tuple]:
    """Line number and name of what stands under `file` or `files` in a table."""
    column = None
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("|")]
        if not line.startswith("|"):
            column = None
        elif column is None:
            column = next((i for i, cell in enumerate(cells) if cell in ("file", "files")), len(cells))
        elif column < len(cells):
            yield from ((number, name) for name in FILE_NAME.findall(cells[column]))


def check_file_lists(tree: Tree) -> Iterator[Failure]:
    """A room's page names each of its files: `walker`, `prefilter.h`, `lower_*`, `reader/`; its table names no others."""
    for room in declared_rooms(tree):
        page, folder = f"analyzer/{room}/README.md", f"analyzer/{room}/"
        if page not in tree.files:
            continue
        lines = tree.lines(page)
        listed = list(listed_files(lines))
        named = [name for _, name in listed]
        named += [name for name in FILE_NAME.findall("\n".join(lines)) if not name.endswith("/")]
        files = {path: path[len(folder) :].rpartition(".")[0] for path in tree.of(*CXX) if path.startswith(folder)}
        for stem in sorted({stem for path, stem in files.items() if not has_own_page(tree, path, folder)}):
            if not any(names_file(name, stem) for name in named):
                yield Failure(page, 1, f"says nothing of {stem}", "Name it in the list of files, with its job.")
        for number, name in listed:
            if not any(names_file(name, stem) for stem in files.values()):
                yield Failure(page, number, f"names {name}, which is not there", "Name what took its place.")


def has_own_page(tree: Tree, path: str, folder: str) -> bool:
    parents = [parent.as_posix() for parent in Path(path).parents if parent.as_posix().startswith(folder)]
    return any(f"{parent}/README.md" in tree.files for parent in parents)


def parent_readme(folder: str) -> str:
    return (Path(folder).parent / "README.md").as_posix()


def has_header_comment(tree: Tree, path: str) -> bool:
    lines = [line for line in tree.lines(path)[:3] if line.strip() and not line.startswith("#!")]
    return not lines or lines[0].lstrip().startswith(("//", "#", '"""', "/*", 'r"""'))


def check_words(tree: Tree) -> Iterator[Failure]:
    rules = [
        (MACHINE_PATHS, "a path of one machine", "Use a path relative to the repository, or one that the system gives."),
        (REGISTRY_HOSTS, "the host of a package registry", "Name the package and the client (apt, npm, pip) instead."),
        (UNFINISHED, "a mark of unfinished work", "Finish it, or open an issue: the code says what is, not what may come."),
    ]
    text_files = {".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".md", ".toml", ".json", ".yml", ".yaml", ".cfg", ""}
    for path in tree.of(*text_files):
        for number, line in enumerate(tree.lines(path), 1):
            for pattern, what, remedy in rules:
                match = pattern.search(line)
                if match:
                    yield Failure(path, number, f"{what}: '{match.group(0)}'", remedy)


CHECKS: List[Callable[[Tree], Iterator[Failure]]] = [
    check_declared, check_layering, check_front_ends, check_names, check_file_length, check_function_length,
    check_folder_documentation, check_file_lists, check_words,
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    tree = Tree(parser.parse_args().root)
    failures = [failure for check in CHECKS for failure in check(tree)]
    for failure in failures:
        print(failure)
    print(f"{len(tree.files)} files, {len(CHECKS)} checks, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
