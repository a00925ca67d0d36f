"""Writes the files of a new rule: the logic, its page, and two golden files, one that fires and one that is silent."""

import argparse
import re
import sys
from pathlib import Path
from typing import Dict

ROOT = Path(__file__).resolve().parent.parent
# Ids of rules that are gone. They keep their meaning in people's settings and suppressions.
RETIRED: Dict[str, str] = {}

LOGIC = """\
#include "program/program.h"
#include "rules/rule.h"

namespace forklint::rules {{
namespace {{

constexpr MessageTemplate kMessages[] = {{
    {{"default",
     "What happens, as a sentence that stands alone.\\n"
     "Why here.\\n"
     "What to write instead, and what it costs."}},
}};

constexpr std::string_view kTags[] = {{"reliability", "concurrency"}};

constexpr RuleInfo kInfo{{
    .id = "{id}",
    .name = "{name}",
    .summary = "One sentence with a full stop.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
}};

void check([[maybe_unused]] const program::Program& program, [[maybe_unused]] std::vector<Finding>& findings) {{}}

}}  // namespace

extern const Rule {stem};
const Rule {stem}{{.info = &kInfo, .check = check}};

}}  // namespace forklint::rules
"""

PAGE = """\
# {id} {name}

## What

What the rule looks for.

## Why

What goes wrong, with what the user sees when it does.

## Bad

```python
import multiprocessing
```

## Good

```python
import multiprocessing
```

## Fix

What `forklint --fix` writes, or what to change by hand.

## When to ignore

When the code is right all the same, and how to say so: `# forklint: ignore[{id}]`.
"""

FIRING = """\
# {id} fires here. Write the code, then let './dev bless' write the expectation under its line.
"""

SILENT = """\
# {id} stays silent: the code that is closest to the one that fires, and right.
# silent
"""


def existing_ids(root: Path) -> Dict[str, Path]:
    found = {}
    for source in sorted(root.glob("rules/*/*.cpp")):
        for rule_id in re.findall(r'\.id = "(FRK\d+)"', source.read_text(encoding="utf-8")):
            found[rule_id] = source.relative_to(root)
    return found


def objection(root: Path, rule_id: str, name: str, group: str) -> str:
    """Why this rule can't be made, or ''."""
    if not re.fullmatch(r"FRK\d{3}", rule_id):
        return f"'{rule_id}' is no rule id: FRK and three digits, such as FRK108"
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        return f"'{name}' is no rule name: lower-case words joined by '-', such as implicit-fork-process"
    if not re.fullmatch(r"[a-z][a-z0-9_]*", group) or group == "catalog":
        return f"'{group}' is no group: a folder under rules/, such as start_method"
    if rule_id in existing_ids(root):
        return f"{rule_id} is taken by {existing_ids(root)[rule_id]}"
    if rule_id in RETIRED:
        return f"{rule_id} was {RETIRED[rule_id]}: ids never change their meaning, take another"
    stem = name.replace("-", "_")
    taken = [path for path in root.glob(f"rules/*/{stem}.*")]
    if taken:
        return f"the name '{name}' is taken by {taken[0].relative_to(root)}"
    return ""


def files_of(rule_id: str, name: str, group: str) -> Dict[str, str]:
    """Path -> text of everything that the rule consists of."""
    stem = name.replace("-", "_")
    values = {"id": rule_id, "name": name, "stem": stem}
    return {
        f"rules/{group}/{stem}.cpp": LOGIC.format(**values),
        f"rules/{group}/{stem}.md": PAGE.format(**values),
        f"tests/golden/{name}/fires.py": FIRING.format(**values),
        f"tests/golden/{name}/silent.py": SILENT.format(**values),
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev new-rule", description=__doc__)
    parser.add_argument("id", help="FRK and three digits; never used before")
    parser.add_argument("name", help="lower-case words joined by '-'; reads as 'allow NAME'")
    parser.add_argument("group", help="the folder under rules/ it belongs to")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    problem = objection(options.root, options.id, options.name, options.group)
    if problem:
        print(f"new-rule: {problem}", file=sys.stderr)
        return 2
    for path, text in files_of(options.id, options.name, options.group).items():
        target = options.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(path)
    print("Next: write the page, then the golden files, then the logic; './dev test' builds and runs it all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
