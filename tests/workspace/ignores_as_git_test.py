"""ignores_as_git_test.py GIT LIST_FILES: compares forklint's reading of ignore files with git's.

git is asked with every hook and monitor switched off and without any configuration of the machine.
"""

import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

SEED = 20240601
ROUNDS = 250
FOLDERS = ["", "a", "a/b", "a/b/c", "b", "b/a", "build", "x y", "foo", "foo/bar", "foo/bar/baz", "end ", "[ab]", "a/foo"]
FILES = ["a.py", "b.py", "foo.py", "a b.py", "#x.py", "!x.py", "x-1.py", "x10.py", "A.py", "a\\b.py", "é.py", "[x].py"]
COMPONENTS = ["*", "**", "a", "b", "foo", "build", "bar", "*.py", "a*", "*a*", "?", "?.py", "[ab]", "[!a]*", "[^b].py",
              "x[0-9]*.py", "x-?.py", "[a-c]*", "***", "foo*", "**.py", "b*r", "[[:alpha:]].py", "[[:upper:]]*",
              "[]x]*", "[x", "[\\]x]*", "\\[x\\].py", "a\\ b.py", "x y", "\\#x.py", "\\!x.py", "a\\\\b.py", "é.py",
              "end\\ ", "[[:nothing:]]*", "*\\", "[a-", "[--x]*", "x*-*[0-9].py", "*o*o*", "[!/]*"]
# Lines that stand for themselves.
WHOLE = ["# comment", "#x.py", "", "/", "!", "**", "/*", "!*/", "*", "!*.py", "  a.py", "a.py   ", "end ", "end\\ /",
         "a.py\t", "a//b", "a/", "/a/", "//a", "./a", "a/../b", "!!x.py", "\\", "a/**", "**/a", "a/**/c", "/**/b.py",
         "a.py\r", "!foo/", "!/foo/bar/", "foo/*", "!foo/bar", "**/", "a\\\\ "]
# Older releases of git take "foo**/" for "foo/**/" when nothing special comes before the stars.
MISREAD_BY_OLD_GIT = re.compile(r"^[^*?\[\\]*[^*?\[\\/]\*\*+/")


def random_line(chance):
    if chance.random() < 0.25:
        return chance.choice(WHOLE)
    line = "/".join(chance.choice(COMPONENTS) for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4])))
    if chance.random() < 0.15:
        line = "/" + line
    if chance.random() < 0.25:
        line += "/"
    if chance.random() < 0.25:
        line = "!" + line
    return line


def random_ignore_file(chance):
    lines = [random_line(chance) for _ in range(chance.choice([1, 1, 2, 3, 5]))]
    kept = [line for line in lines if not MISREAD_BY_OLD_GIT.match(line.lstrip("!"))]
    text = chance.choice(["\n", "\n", "\r\n"]).join(kept) + chance.choice(["", "\n"])
    return ("\ufeff" if chance.random() < 0.05 else "") + text


class Git:
    def __init__(self, program, root):
        self.root = root
        self.command = [program, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
                        "-c", "core.excludesFile=/dev/null", "-c", "core.ignoreCase=false"]
        self.environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
                            "HOME": str(root)}
        self.run(["init", "--quiet", "--template="], b"")

    def run(self, arguments, given):
        return subprocess.run(self.command + arguments, input=given, cwd=self.root, env=self.environment,
                              stdout=subprocess.PIPE, check=False).stdout

    def ignored(self, paths):
        given = b"".join(os.fsencode(path) + b"\0" for path in paths)
        fields = self.run(["check-ignore", "--stdin", "-z", "-v", "-n", "--no-index"], given).split(b"\0")[:-1]
        patterns = {os.fsdecode(path): pattern for pattern, path in zip(fields[2::4], fields[3::4])}
        if len(patterns) != len(paths):
            sys.exit(f"git answered for {len(patterns)} of {len(paths)} paths")
        return {path for path, pattern in patterns.items() if pattern and not pattern.startswith(b"!")}


def write_tree(root):
    paths = [f"{folder}/{name}".lstrip("/") for folder in FOLDERS for name in FILES]
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"")
    return paths


def write_ignore_files(root, chance):
    for old in root.rglob(".gitignore"):
        old.unlink()
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/exclude").write_bytes(b"")
    texts = {folder + "/.gitignore": random_ignore_file(chance) for folder in chance.sample(FOLDERS, 2)}
    texts["/.gitignore"] = random_ignore_file(chance)
    if chance.random() < 0.2:
        texts["/.git/info/exclude"] = random_ignore_file(chance)
    for name, text in texts.items():
        (root / name.lstrip("/")).write_bytes(text.encode())
    return texts


def main():
    git_program, list_files = sys.argv[1:]
    chance = random.Random(SEED)
    compared = ignored_in_all = different = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        git = Git(git_program, root)
        paths = write_tree(root)
        for _ in range(ROUNDS):
            texts = write_ignore_files(root, chance)
            ignored = git.ignored(paths)
            listed = subprocess.run([list_files, str(root)], stdout=subprocess.PIPE, check=True).stdout
            found = {os.fsdecode(path) for path in listed.split(b"\0")[:-1]}
            compared += len(paths)
            ignored_in_all += len(ignored)
            wrong = sorted((set(paths) - ignored) ^ found)
            different += len(wrong)
            if wrong:
                print(f"{texts}\n  git ignores {wrong[0]!r}: {wrong[0] in ignored}; {len(wrong)} paths differ")
    print(f"{compared} paths compared, {ignored_in_all} of them ignored by git, {different} differ")
    if ignored_in_all < 2000 or compared - ignored_in_all < 2000:
        sys.exit("too few of one kind: the patterns say nothing")
    sys.exit(1 if different else 0)


main()
