"""Expectations that stand in a source, on the line below the code that they speak of.

In C and C++ the mark is '//' instead of '#', everything else is the same.

    pool = multiprocessing.Pool(4)
    #      ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: the first line of the message

The carets stand under the span, the first of them at its first column; a '#' directly before a caret counts as one, for
spans that leave no room for it. Several findings on one line have a line each. What else a finding says is looked at
where lines below the expectation speak of it:

    #      flow: start_reporter()              the steps of its flow, each by the text that it points at: all of them
    #      flow: metrics.py: thread.start()    a step in another file
    #      related: main.py: train()           a related place
    #      says: in a.py and b.py;             what a further line of the message contains
    #      fix: unsafe: Take it from a "spawn" context (may break: ...)    one of its fixes, by its beginning up to '...'

Elsewhere in the file may stand

    # args: --target-python 3.14      options of the run (in the first line of a single file)
    # silent                          nothing is reported here: demanded where no expectation stands
    # notice: the text of a notice about this file

All of these lines are taken out before forklint sees the file: nobody may read the answer off the question.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Dict, List, NamedTuple, Optional, Tuple

FINDING = re.compile(r"^ *(?P<mark>(?:#|//)(?: *)(?P<carets>\^+)) (?P<text>FRK\d{3} \w+: .*)$")
ARGS = re.compile(r"^(?:#|//) args: (.*)$")
SILENT = re.compile(r"^(?:#|//) silent$")
NOTICE = re.compile(r"^(?:#|//) notice: (.*)$")
DETAIL = re.compile(r"^ *(?:#|//) +(?P<kind>flow|related|says|fix): (?P<text>.*)$")


class Expected(NamedTuple):
    """One finding, in lines and columns of the text without expectations. Also what forklint reported."""

    line: int
    column: int
    end_column: int
    text: str
    details: Tuple[str, ...] = ()

    @property
    def key(self) -> Tuple[int, int, int, str]:
        return self[:4]


@dataclass
class Annotated:
    """A file taken apart. `origin[n]` is where line n (from 1) of the text stood in the annotated file."""

    text: str = ""
    args: str = ""
    mark: str = "#"
    silent: bool = False
    findings: List[Expected] = field(default_factory=list)
    notices: List[str] = field(default_factory=list)
    origin: Dict[int, int] = field(default_factory=dict)


def take_apart(source: str, mark: str = "#") -> Annotated:
    annotated = Annotated(mark=mark)
    kept: List[str] = []
    for number, line in enumerate(source.split("\n"), 1):
        finding = FINDING.match(line)
        if finding:
            end = finding.end("carets") + 1
            carets = finding.group("mark")
            start = finding.start("mark") + 1 if carets.startswith("#^") else finding.start("carets") + 1
            annotated.findings.append(Expected(len(kept), start, end, finding.group("text")))
        elif annotated.findings and DETAIL.match(line) and annotated.findings[-1].line == len(kept):
            last = annotated.findings[-1]
            detail = DETAIL.match(line).expand(r"\g<kind>: \g<text>")
            annotated.findings[-1] = last._replace(details=(*last.details, detail))
        elif ARGS.match(line):
            annotated.args = ARGS.match(line)[1]
        elif NOTICE.match(line):
            annotated.notices.append(NOTICE.match(line)[1])
        elif SILENT.match(line):
            annotated.silent = True
        else:
            kept.append(line)
            annotated.origin[len(kept)] = number
    annotated.text = "\n".join(kept)
    return annotated


def marked(finding: Expected, mark: str) -> str:
    """The line that expects this finding."""
    length = max(finding.end_column - finding.column, 1)
    if finding.column <= 2 and mark == "#":
        return " " * (finding.column - 1) + "#" + "^" * max(length - 1, 1) + " " + finding.text
    return mark.ljust(finding.column - 1) + "^" * length + " " + finding.text


def put_together(annotated: Annotated, findings: List[Expected], notices: List[str], demand: bool) -> str:
    """The file as it would have to be for `findings` to be right; `demand`: silence must be said."""
    below: Dict[int, List[str]] = {}
    demanded = {each.key: each for each in annotated.findings}
    for finding in sorted(findings):
        here = below.setdefault(finding.line, [])
        here.append(marked(finding, annotated.mark))
        here += [f"{annotated.mark:<6} {detail}" for detail in details_to_state(demanded.get(finding.key), finding)]
    lines: List[str] = []
    if annotated.args:
        lines.append(f"{annotated.mark} args: {annotated.args}")
    body = annotated.text.split("\n")
    header = next((n for n, line in enumerate(body) if not line.startswith(annotated.mark)), len(body))
    for number, line in enumerate(body):
        if number == header:
            lines += [f"{annotated.mark} silent"] if demand and not findings else []
            lines += [f"{annotated.mark} notice: {text}" for text in notices]
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
    reported = {each.key: each for each in findings}
    for finding in annotated.findings:
        for detail in wrong_details(finding, reported.get(finding.key, finding)):
            say(finding, detail)
    found += [(0, f"expected notice is missing: {text}") for text in (Counter(annotated.notices) - Counter(notices))]
    found += [(0, f"notice that is not expected: {text}") for text in (Counter(notices) - Counter(annotated.notices))]
    if annotated.silent and annotated.findings:
        found.append((0, "says '# silent' beside an expectation"))
    if demand and not annotated.silent and not annotated.findings:
        found.append((0, "expects nothing, and must say so with a line '# silent'"))
    return sorted(found)


def details_of(finding: Expected, kind: str) -> List[str]:
    return [detail for detail in finding.details if detail.startswith(kind + ": ")]


def says(finding: Expected, detail: str) -> bool:
    if detail.startswith("says: "):
        return any(detail[len("says: "):] in said for said in details_of(finding, "says"))
    if detail.startswith("fix: ") and detail.endswith("..."):
        return any(fix.startswith(detail[:-3]) for fix in details_of(finding, "fix"))
    return detail in finding.details


def wrong_details(expected: Expected, reported: Expected) -> List[str]:
    """What the finding, which is there, does not say."""
    wrong = [f"does not say '{detail}' but {reported.details}" for detail in expected.details
             if not detail.startswith("flow: ") and not says(reported, detail)]
    flow = details_of(expected, "flow")
    if flow and flow != details_of(reported, "flow"):
        wrong.append("its flow is\n    " + "\n    ".join(details_of(reported, "flow")) + "\n  and not\n    "
                     + "\n    ".join(flow) + "\n ")
    return wrong


def details_to_state(expected: Optional[Expected], reported: Expected) -> List[str]:
    """The details of a reported finding, as far as the expectation spoke of such."""
    if expected is None:
        return []
    if details_of(expected, "flow"):
        return details_of(reported, "flow") + [each for each in expected.details
                                               if not each.startswith("flow: ") and says(reported, each)]
    return [each for each in expected.details if says(reported, each)]


def without(items: List[Expected], others: List[Expected]) -> List[Expected]:
    rest = [other.key for other in others]
    left = []
    for item in items:
        if item.key in rest:
            rest.remove(item.key)
        else:
            left.append(item)
    return left
