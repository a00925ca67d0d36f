"""Every rule has a golden source in which it fires, one in which it is silent, and a page with all headings.

tests/golden/<rule-name>/ holds what is about one rule alone; a rule that reads more than one file has its cases in
tests/golden/projects/<rule-name>*/.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Dict, Iterator, List

sys.path.insert(0, str(Path(__file__).resolve().parent))
from run import Case, read_cases  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
HEADINGS = ["What", "Why", "Bad", "Good", "Fix", "When to ignore"]
# Rule name -> why it needs no case of a kind, and since when. Keep it empty.
EXEMPT: Dict[str, str] = {}


def rules_of(forklint: Path) -> List[dict]:
    listed = subprocess.run([forklint, "rules", "--json"], capture_output=True, text=True, check=True)
    return json.loads(listed.stdout)


def belongs_to(case: Case, rule: str) -> bool:
    return case.name.startswith(f"{rule}/") or case.name.startswith(f"projects/{rule}")


def fires(case: Case, rule_id: str) -> bool:
    return any(finding.text.startswith(rule_id) for file in case.files.values() for finding in file.findings)


def pages() -> Dict[str, Path]:
    return {page.stem.replace("_", "-"): page for page in ROOT.glob("rules/*/*.md") if page.name != "README.md"}


def page_problems(rule: dict, page: Path) -> Iterator[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    if lines[0] != f"# {rule['id']} {rule['name']}":
        yield f"{page.relative_to(ROOT)} begins with another rule: {lines[0]}"
    headings = [line[3:] for line in lines if line.startswith("## ")]
    if headings != HEADINGS:
        yield f"{page.relative_to(ROOT)} has the headings {headings}, not {HEADINGS}"


def problems(forklint: Path) -> Iterator[str]:
    rules, cases, by_name = rules_of(forklint), read_cases([]), pages()
    for key in ("id", "name"):
        for value, count in Counter(rule[key] for rule in rules).items():
            if count > 1:
                yield f"{count} rules have the {key} {value}"
    for rule in rules:
        name, own = rule["name"], [case for case in cases if belongs_to(case, rule["name"])]
        if name in by_name:
            yield from page_problems(rule, by_name[name])
        else:
            yield f"{rule['id']} {name} has no page rules/*/{name.replace('-', '_')}.md"
        if name in EXEMPT:
            continue
        if not any(fires(case, rule["id"]) for case in own):
            yield f"{rule['id']} fires in no case of tests/golden/{name}/: write one"
        if all(fires(case, rule["id"]) for case in own):
            yield f"{rule['id']} is silent in no case of tests/golden/{name}/: write the right code that looks like it"
    for name in set(by_name) - {rule["name"] for rule in rules}:
        yield f"{by_name[name].relative_to(ROOT)} is the page of no rule"
    for name in set(EXEMPT) - {rule["name"] for rule in rules}:
        yield f"EXEMPT names '{name}', which is no rule"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forklint", type=Path, required=True)
    found = list(problems(parser.parse_args().forklint.resolve()))
    print("\n".join(found) or "every rule has its golden sources and its page")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
