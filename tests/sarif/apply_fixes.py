"""Applies the fixes that a SARIF log offers: apply_fixes.py LOG FOLDER [APPLICABILITY]...

Knows nothing of forklint but the property 'applicability' of a fix. Of each result the first fix of an applicability that
was named (default: safe) is taken, unless it collides with one that was taken before: once for each log. Prints how many.
"""

import json
import sys
from pathlib import Path
from typing import Dict, List, NamedTuple, Sequence
from urllib.parse import unquote

CODE_UNIT = "utf-16-le"


class Replacement(NamedTuple):
    begin: int  # in UTF-16 code units of the whole file
    end: int
    text: str


def offset(lines: List[bytes], line: int, column: int) -> int:
    return sum(len(each) // 2 for each in lines[:line - 1]) + column - 1


def lines_of(text: str) -> List[bytes]:
    """Lines as SARIF counts them, each with its end."""
    normal = text.replace("\r\n", "\n\0").replace("\r", "\n")
    lines, begin = [], 0
    for part in normal.split("\n"):
        end = begin + len(part) + 1
        lines.append(text[begin:end])
        begin = end
    # A line feed behind a carriage return belongs to the line before.
    for index in range(1, len(lines)):
        if lines[index].startswith("\n") and lines[index - 1].endswith("\r"):
            lines[index - 1] += "\n"
            lines[index] = lines[index][1:]
    return [line.encode(CODE_UNIT, "surrogatepass") for line in lines]


def replacements(fix: dict, texts: Dict[str, str]) -> Dict[str, List[Replacement]]:
    found: Dict[str, List[Replacement]] = {}
    for change in fix["artifactChanges"]:
        path = unquote(change["artifactLocation"]["uri"])
        lines = lines_of(texts[path])
        for each in change["replacements"]:
            region = each["deletedRegion"]
            begin = offset(lines, region["startLine"], region["startColumn"])
            end = offset(lines, region.get("endLine", region["startLine"]), region["endColumn"])
            found.setdefault(path, []).append(Replacement(begin, end, each.get("insertedContent", {}).get("text", "")))
    return found


def collide(left: Replacement, right: Replacement) -> bool:
    return left.begin == right.begin or (left.begin < right.end and right.begin < left.end)


def take(fix: Dict[str, List[Replacement]], taken: Dict[str, List[Replacement]]) -> bool:
    fresh = {path: [each for each in edits if each not in taken.get(path, [])] for path, edits in fix.items()}
    if any(collide(each, other) for path, edits in fresh.items() for each in edits for other in taken.get(path, [])):
        return False
    for path, edits in fresh.items():
        taken.setdefault(path, []).extend(edits)
    return any(fresh.values())


def changed(text: str, edits: List[Replacement]) -> str:
    units = text.encode(CODE_UNIT, "surrogatepass")
    for edit in sorted(edits, reverse=True):
        units = units[:2 * edit.begin] + edit.text.encode(CODE_UNIT) + units[2 * edit.end:]
    return units.decode(CODE_UNIT, "surrogatepass")


def apply(log: dict, folder: Path, applicabilities: Sequence[str] = ("safe",)) -> int:
    texts: Dict[str, str] = {}
    taken: Dict[str, List[Replacement]] = {}
    count = 0
    for result in log["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            if fix["properties"]["applicability"] not in applicabilities:
                continue
            for change in fix["artifactChanges"]:
                path = unquote(change["artifactLocation"]["uri"])
                # Kept as it is: line ends and a byte order mark are part of the text.
                texts.setdefault(path, (folder / path).read_bytes().decode("utf-8"))
            count += take(replacements(fix, texts), taken)
            break
    for path, edits in taken.items():
        (folder / path).write_bytes(changed(texts[path], edits).encode("utf-8"))
    return count


if __name__ == "__main__":
    print(apply(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]), sys.argv[3:] or ("safe",)))
