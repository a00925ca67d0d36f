"""Validates SARIF logs: by the schema, by the public validator with all of GitHub's rules, by GitHub's limits.

    validate.py [--allow RULE]... [--code-not-at-hand] LOG...

Fails on anything that the validator says, notes included, but for
  SARIF2006  an address cannot be reached: there need not be a network here
  GH1004     a run has more than 1,000 results: the validator's own default; GitHub takes 25,000
and what --allow names, such as SARIF2003 for code that lies in no repository. --code-not-at-hand is for logs about
programs that run elsewhere: their places have neither fingerprints nor snippets.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator, List, Set

# What can't be said of a place whose code is not there.
OF_CODE = ["fingerprints", "SARIF2003", "SARIF2010", "SARIF2011"]
HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"

try:
    import jsonschema
except ImportError:
    # The distribution's package serves the distribution's interpreter, whichever one came first in PATH.
    if os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON) and os.path.exists(SYSTEM_PYTHON):
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    sys.exit("validate.py: the Python module jsonschema is missing: install python3-jsonschema")

MULTITOOL = HERE.parent / "node_modules" / "@microsoft" / "sarif-multitool-linux"
UNREACHABLE = "SARIF2006"
SOFT_LIMIT = "GH1004"
RESULTS_PER_RUN = 25_000
COMPRESSED_BYTES = 10_000_000
MAX_PROBLEMS = 20


def schema_problems(log: dict) -> Iterator[str]:
    schema = json.loads((MULTITOOL / "sarif-2.1.0.json").read_bytes().decode("utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in validator.iter_errors(log):
        yield f"schema: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def limit_problems(path: Path, log: dict, allowed: Set[str]) -> Iterator[str]:
    size = len(gzip.compress(path.read_bytes(), 6))
    if size > COMPRESSED_BYTES:
        yield f"limits: {size} bytes compressed, GitHub takes {COMPRESSED_BYTES}"
    if len(log["runs"]) != 1:
        yield f"limits: {len(log['runs'])} runs; GitHub refuses two of one tool and category"
    for run in log["runs"]:
        if len(run["results"]) > RESULTS_PER_RUN:
            yield f"limits: {len(run['results'])} results, GitHub takes {RESULTS_PER_RUN}"
        for rule in run["tool"]["driver"]["rules"]:
            for name in ("shortDescription", "fullDescription"):
                if not 1 <= len(rule[name]["text"]) <= 1024:
                    yield f"limits: {rule['id']}: {name} has {len(rule[name]['text'])} characters"
        for index, result in enumerate(run["results"]):
            missing = {"primaryLocationLineHash"} - set(result.get("partialFingerprints", {}))
            if missing and "fingerprints" not in allowed:
                yield f"limits: results/{index}: without {missing.pop()}"


def run_multitool(path: Path, output: Path) -> dict:
    # The validator aborts where ICU is missing unless it is told to do without.
    environment = dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    command = [
        str(MULTITOOL / "Sarif.Multitool"), "validate", str(path), "--rule-kind", "Sarif;Ghas",
        "--config", str(HERE / "github_rules.xml"), "--level", "Error;Warning;Note",
        "--max-file-size-in-kb", "1000000", "--output", str(output), "--log", "ForceOverwrite",
    ]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    # Its exit status says nothing: it is 0 even for what is no JSON. What counts is what it wrote.
    if not output.exists():
        sys.exit(f"validate.py: the validator wrote nothing:\n{done.stdout.decode('utf-8', 'replace')}")
    return json.loads(output.read_bytes().decode("utf-8-sig"))


def is_soft_limit_of_results(result: dict) -> bool:
    arguments = result.get("message", {}).get("arguments", [""])
    return result["ruleId"] == SOFT_LIMIT and arguments[0].endswith(".results")


def multitool_problems(path: Path, allowed: Set[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        report = run_multitool(path, Path(folder) / "report.sarif")
    run = report["runs"][0]
    for result in run.get("results", []):
        rule = result.get("ruleId", "").split("/")[0]
        if rule in allowed | {UNREACHABLE} or is_soft_limit_of_results(result):
            continue
        yield f"{rule} {result.get('level', 'warning')}: {json.dumps(result.get('message'))[:400]}"
    for invocation in run.get("invocations", []):
        for notification in invocation.get("toolExecutionNotifications", []):
            if notification.get("level") == "error":
                yield f"validator: {notification['message']['text'][:400]}"


def problems(path: Path, allowed: Set[str]) -> List[str]:
    try:
        log = json.loads(path.read_bytes().decode("utf-8"))
    except ValueError as error:
        return [f"no JSON in UTF-8: {error}"]
    found = list(schema_problems(log))
    if not found:
        found += limit_problems(path, log, allowed)
    return found + list(multitool_problems(path, allowed))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow", action="append", default=[], metavar="RULE")
    parser.add_argument("--code-not-at-hand", action="store_true")
    parser.add_argument("logs", nargs="+", type=Path, metavar="LOG")
    arguments = parser.parse_args()
    failed = 0
    if arguments.code_not_at_hand:
        arguments.allow += OF_CODE
    for path in arguments.logs:
        found = problems(path, set(arguments.allow))
        print(f"{path}: {'valid' if not found else f'{len(found)} problems'}")
        for problem in found[:MAX_PROBLEMS]:
            print(f"  {problem}")
        failed += bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
