"""Expectations that stand in a source, on the line below the code that they speak of.

    pool = multiprocessing.Pool(4)
    #      ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: the first line of the message

The carets stand under the span, the first of them at its first column; a '#' directly before a caret counts as one, for
spans that leave no room for it. Several findings on one line have a line each. Elsewhere in the file may stand

    # args: --target-python 3.14      options of the run (in the first line of a single file)
    # silent                          nothing is reported here: demanded where no expectation stands
    # notice: the text of a notice about this file

All of these lines are taken out before forklint sees the file: nobody may read the answer off the question.
"""

import re
from dataclasses import dataclass, field
from typing import Dict, List, NamedTuple, Tuple

FINDING = re.compile(r"^ *(?P<mark>#(?: *)(?P<carets>\^+)) (?P<text>FRK\d{3} \w+: .*)$")
ARGS = re.compile(r"^# args: (.*)$")
SILENT = "# silent"
NOTICE = re.compile(r"^# notice: (.*)$")


class Expected(NamedTuple):
    """One finding, in lines and columns of the text without expectations. Also what forklint reported."""

    line: int
    column: int
    end_column: int
    text: str


@dataclass
class Annotated:
    """A file taken apart. `origin[n]` is where line n (from 1) of the text stood in the annotated file."""

    text: str = ""
    args: str = ""
    silent: bool = False
    findings: List[Expected] = field(default_factory=list)
    notices: List[str] = field(default_factory=list)
    origin: Dict[int, int] = field(default_factory=dict)


def take_apart(source: str) -> Annotated:
    annotated = Annotated()
    kept: List[str] = []
    for number, line in enumerate(source.split("\n"), 1):
        finding = FINDING.match(line)
        if finding:
            end = finding.end("carets") + 1
            carets = finding.group("mark")
            start = finding.start("mark") + 1 if carets.startswith("#^") else finding.start("carets") + 1
            annotated.findings.append(Expected(len(kept), start, end, finding.group("text")))
        elif ARGS.match(line):
            annotated.args = line[len("# args: "):]
        elif NOTICE.match(line):
            annotated.notices.append(line[len("# notice: "):])
        elif line == SILENT:
            annotated.silent = True
        else:
            kept.append(line)
            annotated.origin[len(kept)] = number
    annotated.text = "\n".join(kept)
    return annotated


def marked(finding: Expected) -> str:
    """The line that expects this finding."""
    length = max(finding.end_column - finding.column, 1)
    if finding.column <= 2:
        return " " * (finding.column - 1) + "#" + "^" * max(length - 1, 1) + " " + finding.text
    return "#".ljust(finding.column - 1) + "^" * length + " " + finding.text


def put_together(annotated: Annotated, findings: List[Expected], notices: List[str], demand: bool) -> str:
    """The file as it would have to be for `findings` to be right; `demand`: silence must be said."""
    below: Dict[int, List[str]] = {}
    for finding in sorted(findings):
        below.setdefault(finding.line, []).append(marked(finding))
    lines: List[str] = []
    if annotated.args:
        lines.append("# args: " + annotated.args)
    body = annotated.text.split("\n")
    header = next((n for n, line in enumerate(body) if not line.startswith("#")), len(body))
    for number, line in enumerate(body):
        if number == header:
            lines += [SILENT] if demand and not findings else []
            lines += ["# notice: " + text for text in notices]
        lines.append(line)
        lines += below.get(number + 1, [])
    return "\n".join(lines)


def differences(annotated: Annotated, findings: List[Expected], notices: List[str], demand: bool) -> List[Tuple[int, str]]:
    """What is expected and not there, and what is there and not expected, by line of the annotated file."""
    found: List[Tuple[int, str]] = []

    def say(finding: Expected, what: str) -> None:
        line = annotated.origin.get(finding.line, 0)
        found.append((line, f"{what} at columns {finding.column}-{finding.end_column}: {finding.text}"))

    for finding in without(annotated.findings, findings):
        say(finding, "expected and not reported")
    for finding in without(findings, annotated.findings):
        say(finding, "reported and not expected")
    found += [(0, f"expected notice is missing: {text}") for text in without(annotated.notices, notices)]
    found += [(0, f"notice that is not expected: {text}") for text in without(notices, annotated.notices)]
    if annotated.silent and annotated.findings:
        found.append((0, "says '# silent' beside an expectation"))
    if demand and not annotated.silent and not annotated.findings:
        found.append((0, "expects nothing, and must say so with a line '# silent'"))
    return sorted(found)


def without(items: List, others: List) -> List:
    rest = list(others)
    left = []
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            left.append(item)
    return left
