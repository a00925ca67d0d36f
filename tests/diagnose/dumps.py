"""The recorded dumps: what is expected of each, and forklint's answer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple

HERE = Path(__file__).resolve().parent
FORKLINT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
PATIENCE = 60


class Recorded(NamedTuple):
    name: str
    expected: str
    text: str


class Answer(NamedTuple):
    status: int
    diagnoses: List[dict]

    def first(self) -> str:
        """KIND CERTAINTY PLACE of the most telling diagnosis."""
        if not self.diagnoses:
            return "nothing"
        most = self.diagnoses[0]
        place = most["forked_at"]
        shown = f'{place["file"]}:{place["line"]}' if place else "-"
        return f'{most["kind"]} {most["certainty"]} {shown}'


def recorded(folder: str) -> Iterator[Recorded]:
    for path in sorted((HERE / folder).glob("*.txt")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n--\n")
        expected = head.splitlines()[0].partition(": ")[2]
        yield Recorded(path.stem, expected, text)


def diagnose(text: bytes, *options: str) -> Answer:
    done = subprocess.run([FORKLINT, "diagnose", "-", "--output-format", "json", *options], input=text,
                          capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"status {done.returncode}: {done.stderr.decode()}")
    answer: Dict = json.loads(done.stdout)
    return Answer(done.returncode, answer["files"][0]["diagnoses"])
