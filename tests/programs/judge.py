"""Holds what happened (forks that the recorder saw) against what was said (findings of forklint)."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Set, Tuple

from programs import Mark, Program
from statements import same_statement

# What says that something forks. FRK107 and FRK601 are about other things.
FORK_RULES = {"FRK101", "FRK102", "FRK103", "FRK104", "FRK105", "FRK106", "FRK401", "FRK501"}
THREAD_RULES = {"FRK201", "FRK204"}
LOCK_RULES = {"FRK202"}


class Place(NamedTuple):
    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Problem:
    """missed fork, missed hazard, missed lock: happened, not said. false fork, false hazard: said, did not happen."""

    kind: str
    place: Place
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind} at {self.place}: {self.text}: {self.what}"


@dataclass
class Judgement:
    forks: int = 0
    found: int = 0
    threaded: int = 0
    hazards_found: int = 0
    places: int = 0
    places_found: int = 0
    problems: List[Problem] = field(default_factory=list)
    details: List[str] = field(default_factory=list)


@dataclass(frozen=True)
class Fork:
    """A fork as the comparison needs it: the calls of the program that led to it, innermost first."""

    calls: Tuple[Place, ...]
    made: Tuple[Place, ...]
    threads: Tuple[str, ...]
    starts: Tuple[Place, ...]
    locks: Tuple[str, ...]
    main_thread: bool
    in_library: bool

    @property
    def beside_thread(self) -> bool:
        return bool(self.threads)


def _program_places(stack: List[dict]) -> Tuple[Place, ...]:
    return tuple(Place(each["file"], each["line"]) for each in stack if not each["file"].startswith("<"))


def fork_of(event: dict) -> Fork:
    """A helper thread of the library has no call of the program on its stack: then what started the thread counts."""
    calls = _program_places(event["stack"])
    made = tuple(place for each in event["made_by"] for place in _program_places(each["stack"]))
    starts = tuple(place for each in event["threads"] for place in _program_places(each["started"]))
    threads = tuple(each["kind"] + " " + each["name"] for each in event["threads"])
    if not threads and (event["native_threads"] or 1) > 1:
        threads = ("native",)
    return Fork(calls or _program_places(event["origin"]), made, threads, starts, tuple(event["held_locks"]),
                event["main_thread"], not calls)


def _primary(finding: dict) -> Tuple[str, int, int]:
    return finding["path"], finding["start"]["line"], finding["end"]["line"]


# Related places that say of their own line that it creates processes.
FORK_PLACES = {
    "This context creates processes here.",
    "This default creates processes here.",
    "The processes are forked here.",
    "The workers are forked here.",
}


# The last step of a flow that leads to a fork.
FORK_STEP = "the process is forked here."


def _places_of(finding: dict) -> List[dict]:
    """Where it stands, and the lines that it says fork."""
    related = [each for each in finding.get("related", []) if each["message"] in FORK_PLACES]
    return [finding, *related, *(each for each in finding.get("flow", []) if each["message"] == FORK_STEP)]


def _is_at(finding: dict, place: Place, root: Path) -> bool:
    path, first, last = _primary(finding)
    if path != place.path:
        return False
    return first <= place.line <= last or same_statement(root / path, place.line, first)


def _matches(finding: dict, fork: Fork, root: Path) -> bool:
    """At a frame of the fork's stack, or where the object was made that forks there: a Process, an executor."""
    return any(_is_at(each, place, root) for each in _places_of(finding) for place in fork.calls + fork.made)


def _line(root: Path, place: Place) -> str:
    lines = (root / place.path).read_text(encoding="utf-8").splitlines()
    return lines[place.line - 1].strip() if place.line <= len(lines) else ""


def _short_place(fork: Fork) -> Place:
    return fork.calls[0]


def _missing(forks: List[Fork], findings: List[dict], root: Path, rules: Set[str], result: Judgement) -> Iterator[Problem]:
    found_places: Dict[Place, bool] = {}
    hazard_rules = {rule for rule in rules if rule.startswith("FRK2")}
    for fork in forks:
        place = _short_place(fork)
        matching = [each for each in findings if _matches(each, fork, root)]
        said = [each for each in matching if each["id"] in FORK_RULES]
        hazards = [each for each in matching if each["id"] in hazard_rules]
        result.forks += 1
        result.found += bool(said)
        found_places[place] = found_places.get(place, True) and bool(said)
        result.details.append(_detail(fork, said + hazards))
        if not said:
            yield Problem("missed fork", place, _line(root, place), "no finding at a frame of its stack")
        if fork.beside_thread and not fork.in_library:
            result.threaded += 1
            result.hazards_found += bool(hazards)
            if hazard_rules and not hazards:
                yield Problem("missed hazard", place, _line(root, place), "alive: " + ", ".join(fork.threads))
        if fork.locks and not fork.beside_thread and LOCK_RULES & rules and not any(each["id"] in LOCK_RULES for each in hazards):
            yield Problem("missed lock", place, _line(root, place), "held: " + ", ".join(fork.locks))
        if not fork.main_thread and not fork.in_library and "FRK204" in rules and "FRK204" not in {each["id"] for each in hazards}:
            yield Problem("missed thread", place, _line(root, place), "not the main thread")
    result.places, result.places_found = len(found_places), sum(found_places.values())


def _detail(fork: Fork, findings: List[dict]) -> str:
    shown = ", ".join(f"{each['id']} {each['level']} at {each['path']}:{each['start']['line']}" for each in findings) or "nothing"
    beside = f" beside {', '.join(fork.threads)}" if fork.threads else ""
    held = f" holding {', '.join(fork.locks)}" if fork.locks else ""
    return f"fork at {' < '.join(map(str, fork.calls))}{beside}{held}: {shown}"


def _untrue(forks: List[Fork], findings: List[dict], root: Path) -> Iterator[Problem]:
    """A note says that something is possible, which no run can disprove."""
    for finding in findings:
        place = Place(finding["path"], finding["start"]["line"])
        if finding["level"] == "note" or finding["id"] not in FORK_RULES | THREAD_RULES | LOCK_RULES:
            continue
        matching = [fork for fork in forks if _matches(finding, fork, root)]
        text = f"{finding['id']} {finding['level']}: {finding['message'][0]}"
        if finding["id"] in FORK_RULES and not matching:
            yield Problem("false fork", place, _line(root, place), text)
        for named in _places_of(finding)[1:] if finding["id"] in FORK_RULES else []:
            if not any(_is_at(named, each, root) for fork in forks for each in fork.calls + fork.made):
                at = Place(*_primary(named)[:2])
                yield Problem("false fork", at, _line(root, at), f"{finding['id']} related: {named['message']}")
        if finding["id"] in THREAD_RULES and not any(fork.beside_thread for fork in matching):
            yield Problem("false hazard", place, _line(root, place), text)
        if finding["id"] in LOCK_RULES and not any(fork.locks for fork in matching):
            yield Problem("false lock", place, _line(root, place), text)


def judge(events: List[dict], findings: List[dict], root: Path, rules: Set[str]) -> Judgement:
    result = Judgement()
    forks = [fork for fork in map(fork_of, events) if fork.calls]
    problems = list(_missing(forks, findings, root, rules, result)) + list(_untrue(forks, findings, root))
    # The same place may fork many times.
    result.problems = list({(each.kind, each.place): each for each in problems}.values())
    return result


def _covers(mark: Mark, problem: Problem) -> bool:
    return mark.kind == problem.kind and mark.path == problem.place.path and mark.text in problem.text


def judge_marks(program: Program, judgement: Judgement) -> List[str]:
    """Problems that no mark of program.toml covers, and marks that cover none: those are to be taken away."""
    marks = {"unseen": program.unseen, "pending": program.pending, "unreached": program.unreached}
    covered = defaultdict(bool)
    failures = []
    for problem in judgement.problems:
        covering = [mark for group in marks.values() for mark in group if _covers(mark, problem)]
        for mark in covering:
            covered[mark] = True
        if not covering:
            failures.append(str(problem))
    for group, members in marks.items():
        failures += [f"[[{group}]] '{mark.path}: {mark.text}' ({mark.kind}): not so any more, take the mark away"
                     for mark in members if not covered[mark]]
    return failures
