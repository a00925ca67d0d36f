"""README.md shows real files and real output. Compares them, or with --bless writes what is true now.

A block is true to the comment above it: 'source: FILE' is the file, 'output: COMMAND' is what the
command prints in a folder that holds only the files which it names.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"(<!-- (source|output): (.*?) -->\n```(\w*)\n)(.*?)(```\n)", re.DOTALL)


def source(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def output(command: str, forklint: Path) -> str:
    words = command.split()
    assert words[0] == "forklint", command
    with tempfile.TemporaryDirectory() as folder:
        for word in words[1:]:
            if (ROOT / word).is_file():
                (Path(folder) / word).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / word, Path(folder) / word)
        result = subprocess.run([forklint, *words[1:]], cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"'{command}' ended with status {result.returncode}: {result.stderr}")
    return result.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forklint", type=Path, required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    forklint = options.forklint.resolve()
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")

    def truth(match: "re.Match[str]") -> str:
        before, kind, what, _, _, after = match.groups()
        return before + (source(what) if kind == "source" else output(what, forklint)) + after

    true_text = BLOCK.sub(truth, text)
    if options.bless:
        readme.write_text(true_text, encoding="utf-8")
    elif true_text != text:
        shown = [match.group(3) for match in BLOCK.finditer(text) if truth(match) != match.group(0)]
        print(f"README.md shows something else than what is true now: {', '.join(shown)}")
        print("Run './dev bless' and read the diff.")
        return 1
    print(f"{len(BLOCK.findall(text))} blocks of README.md are true")
    return 0


if __name__ == "__main__":
    sys.exit(main())
