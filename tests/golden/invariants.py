"""What must hold for everything that forklint ever says, whatever it is about."""

import json
import re
import urllib.parse
from collections import Counter
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

CONCISE = re.compile(r"^(?P<path>.*?):(?P<line>\d+):(?P<column>\d+): (?P<id>FRK\d{3}) (?P<level>\w+): (?:\[\*\] )?(?P<what>.*)$")
FULL = re.compile(r"^(?P<level>error|warning|note)\[(?P<id>FRK\d{3})\]: (?P<what>.*)$")
MAX_MESSAGE_LINES = 3

# path, line, first column, rule, level, first sentence
Key = Tuple[str, int, int, str, str, str]
Broken = Iterator[Tuple[str, str]]


class Sources:
    """The lines of the analysed files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines: Dict[str, List[str]] = {}

    def line(self, path: str, number: int) -> Optional[str]:
        if path not in self.lines:
            file = self.folder / path
            self.lines[path] = file.read_bytes().decode("utf-8").split("\n") if file.is_file() else []
        lines = self.lines[path]
        return lines[number - 1] if 1 <= number <= len(lines) else None


def places(report: dict) -> Iterator[Tuple[str, dict]]:
    for finding in report["findings"] + report["suppressed"]:
        yield "finding", finding
        for kind in ("related", "flow"):
            for place in finding[kind]:
                yield kind, place


def places_outside(report: dict, sources: Sources) -> Broken:
    for kind, place in places(report):
        for end in ("start", "end"):
            if place[end] is None:
                yield place["path"], f"a place ({kind}) has no position"
                continue
            text = sources.line(place["path"], place[end]["line"])
            if text is None or not 1 <= place[end]["column"] <= len(text) + 1:
                yield place["path"], f"a place ({kind}) lies outside of its file: {place[end]}"
        if place["start"] and place["end"]:
            if (place["start"]["line"], place["start"]["column"]) >= (place["end"]["line"], place["end"]["column"]):
                yield place["path"], f"a place ({kind}) is empty: {place['start']}"
        if kind != "finding" and not place["message"].endswith("."):
            yield place["path"], f"the words of a place ({kind}) end without a full stop: {place['message']}"


def bad_messages(report: dict) -> Broken:
    for finding in report["findings"]:
        lines = finding["message"]
        name = f"{finding['id']}: the message"
        if not 1 <= len(lines) <= MAX_MESSAGE_LINES:
            yield finding["path"], f"{name} has {len(lines)} lines"
        for line in lines:
            if not line.endswith("."):
                yield finding["path"], f"{name} has a line without a full stop: {line}"
            if line != line.strip() or "  " in line or re.search(r"\{\d*\}", line):
                yield finding["path"], f"{name} is not put together well: {line}"
        if lines and not re.match(r"['`A-Z]", lines[0]):
            yield finding["path"], f"{name} begins like the middle of a sentence: {lines[0]}"
        if lines and re.search(r"\w\. ", lines[0]):
            yield finding["path"], f"{name} has two sentences in its first line: {lines[0]}"


def bad_flows(report: dict, log: dict) -> Broken:
    """What is said about order is shown: from where it begins to the fork, in every format that can."""
    for finding in report["findings"]:
        depths = [step["depth"] for step in finding["flow"]]
        if finding["id"].startswith("FRK2") and len(depths) < 2:
            yield finding["path"], f"{finding['id']}: a flow of {len(depths)} steps leads nowhere"
        if depths and (depths[0] != 0 or any(later > earlier + 1 for earlier, later in zip(depths, depths[1:]))):
            yield finding["path"], f"{finding['id']}: its flow goes in by more than one call at once: {depths}"
    lengths = Counter(len(finding["flow"]) for finding in report["findings"] if finding["flow"])
    flows = [flow for result in log["runs"][0]["results"] for flow in result.get("codeFlows", [])]
    if lengths != Counter(len(flow["threadFlows"][0]["locations"]) for flow in flows):
        yield "", "json and sarif do not show the same flows"


def keys_of_json(report: dict) -> Iterator[Key]:
    for each in report["findings"]:
        yield (each["path"], each["start"]["line"], each["start"]["column"], each["id"], each["level"],
               each["message"][0])


def keys_of_concise(text: str) -> Iterator[Key]:
    for match in filter(None, map(CONCISE.match, text.splitlines())):
        yield (match["path"], int(match["line"]), int(match["column"]), match["id"], match["level"], match["what"])


def code_point_column(line: str, utf16_column: int) -> int:
    return len(line.encode("utf-16-le")[: 2 * (utf16_column - 1)].decode("utf-16-le")) + 1


def region_of(result: dict) -> Tuple[str, dict]:
    place = result["locations"][0]["physicalLocation"]
    return urllib.parse.unquote(place["artifactLocation"]["uri"]), place["region"]


def keys_of_sarif(log: dict, report: dict, sources: Sources) -> Iterator[Key]:
    """SARIF adds the rule's id to the message; its first sentence is the one of the finding at that place."""
    first = {(each["path"], each["start"]["line"], each["id"]): each["message"][0] for each in report["findings"]}
    for result in log["runs"][0]["results"]:
        path, region = region_of(result)
        line = sources.line(path, region["startLine"]) or ""
        column = code_point_column(line, region.get("startColumn", 1))
        sentence = first.get((path, region["startLine"], result["ruleId"]), "")
        plain = result["message"]["text"].replace("\\[", "[").replace("\\]", "]")
        yield (path, region["startLine"], column, result["ruleId"], result["level"],
               sentence if sentence.rstrip(".") in plain else plain)


def bad_snippets(log: dict, sources: Sources) -> Broken:
    for result in log["runs"][0]["results"]:
        path, region = region_of(result)
        line = sources.line(path, region["startLine"]) or ""
        units = line.encode("utf-16-le")
        end = region.get("endColumn", len(units) // 2 + 1)
        if region.get("endLine", region["startLine"]) != region["startLine"]:
            continue
        text = units[2 * (region.get("startColumn", 1) - 1): 2 * (end - 1)].decode("utf-16-le")
        if region["snippet"]["text"] != text:
            yield path, f"SARIF: the snippet is {region['snippet']['text']!r}, the region {text!r}"


def disagreements(one: str, left: List[Key], other: str, right: List[Key]) -> Broken:
    for key in (Counter(left) - Counter(right)).elements():
        yield key[0], f"{one} says what {other} does not: {key}"
    for key in (Counter(right) - Counter(left)).elements():
        yield key[0], f"{other} says what {one} does not: {key}"


def broken_invariants(texts: Dict[str, str], folder: Path) -> List[Tuple[str, str]]:
    """`texts`: what one run said, by format. Returns (path, what is wrong with it)."""
    sources = Sources(folder)
    report, log = json.loads(texts["json"]), json.loads(texts["sarif"])
    keys = list(keys_of_json(report))
    broken = list(places_outside(report, sources))
    broken += bad_messages(report)
    broken += bad_flows(report, log)
    broken += disagreements("json", keys, "concise", list(keys_of_concise(texts["concise"])))
    broken += disagreements("json", keys, "sarif", list(keys_of_sarif(log, report, sources)))
    broken += bad_snippets(log, sources)
    heads = Counter((each["id"], each["level"], each["what"]) for each in map(FULL.match, texts["full"].splitlines()) if each)
    if heads != Counter((key[3], key[4], key[5]) for key in keys):
        broken.append(("", "full and json do not report the same"))
    return broken
