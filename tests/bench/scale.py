"""Time, memory and findings of forklint on generated projects of growing size: cost must grow with size, not faster.

A project is made of services, each a package of ten modules with an entry script. A service has one of five shapes,
in turns, so that the number of findings of each rule is known; the others of its modules only compute.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Dict, List, NamedTuple

MODULES_PER_SERVICE = 10

COMPUTING = '''\
"""Numbers of the service."""
import json
import math
from pathlib import Path


class Table:
    def __init__(self, rows):
        self.rows = list(rows)

    def total(self):
        return math.fsum(row["value"] for row in self.rows if row.get("value") is not None)

    def save(self, path):
        Path(path).write_text(json.dumps(self.rows))


def load(path):
    return Table(json.loads(Path(path).read_text()))


def normalise(values, low=0.0, high=1.0):
    span = max(values) - min(values) or 1.0
    return [low + (high - low) * (value - min(values)) / span for value in values]
'''

POOLS = """\
import multiprocessing

from {name} import part_0


def square(x):
    return x * x


def run(numbers):
    with multiprocessing.Pool(4) as pool:
        return pool.map(square, part_0.normalise(numbers))
"""

WATCH = """\
import threading


class Watch:
    def __init__(self, interval):
        self.interval = interval
        self.thread = threading.Thread(target=self.loop, daemon=True)

    def loop(self):
        pass

    def begin(self):
        self.thread.start()

    def finish(self):
        self.thread.join()
"""

GUARD = 'if __name__ == "__main__":\n    {main}\n'

# The entry script of each shape, and what is found in the service.
SHAPES = [
    ("from {name} import pools\n\n\ndef main():\n    print(pools.run([1.0, 2.0]))\n\n\n" + GUARD.format(main="main()"),
     {"FRK102": 1}),
    ("from {name} import pools, watch\n\n\ndef main():\n    watcher = watch.Watch(1)\n    watcher.begin()\n"
     "    print(pools.run([1.0, 2.0]))\n\n\n" + GUARD.format(main="main()"),
     {"FRK102": 1, "FRK201": 1}),
    ("from {name} import pools, watch\n\n\ndef main():\n    watcher = watch.Watch(1)\n    watcher.begin()\n"
     "    watcher.finish()\n    print(pools.run([1.0, 2.0]))\n\n\n" + GUARD.format(main="main()"),
     {"FRK102": 1}),
    ("import multiprocessing\n\nfrom {name} import pools, watch\n\n\ndef main():\n    watch.Watch(1).begin()\n"
     "    print(pools.run([1.0, 2.0]))\n\n\n"
     + 'if __name__ == "__main__":\n    multiprocessing.set_start_method("spawn")\n    main()\n',
     {}),
    ("from {name} import part_0, part_1\n\n\ndef main():\n    print(part_1.load(\"x\"))\n\n\n"
     + GUARD.format(main="main()"),
     {}),
]


class Size(NamedTuple):
    modules: int
    seconds: float
    megabytes: float
    wrong: Dict[str, int]


def write_service(root: Path, index: int) -> Dict[str, int]:
    name = f"service_{index}"
    folder = root / name
    folder.mkdir()
    script, planted = SHAPES[index % len(SHAPES)]
    forks = "pools" in script
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "__main__.py").write_text(script.format(name=name), encoding="utf-8")
    written = 2
    if forks:
        (folder / "pools.py").write_text(POOLS.format(name=name), encoding="utf-8")
        (folder / "watch.py").write_text(WATCH, encoding="utf-8")
        written += 2
    for part in range(MODULES_PER_SERVICE - written):
        (folder / f"part_{part}.py").write_text(COMPUTING, encoding="utf-8")
    return planted


def measure(forklint: Path, modules: int) -> Size:
    root = Path(tempfile.mkdtemp(prefix="forklint-scale-"))
    try:
        planted: Counter = Counter()
        for index in range(modules // MODULES_PER_SERVICE):
            planted.update(write_service(root, index))
        report = root.parent / (root.name + ".json")
        command: List[str] = [str(forklint), "--isolated", "--output-format", "json", "--select", "FRK1,FRK2", "."]
        with report.open("wb") as output:
            start = time.monotonic()
            process = subprocess.Popen(command, cwd=root, stdout=output, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"scale: forklint ended with status {process.returncode}")
        found = Counter(finding["id"] for finding in json.loads(report.read_text(encoding="utf-8"))["findings"])
        report.unlink()
        wrong = {rule: found[rule] - planted[rule] for rule in sorted(found | planted) if found[rule] != planted[rule]}
        return Size(modules, seconds, usage.ru_maxrss / 1024, wrong)
    finally:
        shutil.rmtree(root)


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev scale", description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of modules, with commas between them")
    parser.add_argument("--forklint", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [measure(options.forklint.resolve(), int(size)) for size in options.sizes.split(",")]
    base = sizes[0]
    print(f"{'modules':>8} {'time':>9} {'memory':>9}   per module, against the first")
    for size in sizes:
        factor = size.modules / base.modules
        print(f"{size.modules:8} {size.seconds:7.3f} s {size.megabytes:6.0f} MB   "
              f"{size.seconds / base.seconds / factor:5.2f}x time, {size.megabytes / base.megabytes / factor:5.2f}x memory")
        for rule, count in size.wrong.items():
            print(f"         {rule}: {count:+} against what was planted")
    return 1 if any(size.wrong for size in sizes) else 0


if __name__ == "__main__":
    sys.exit(main())
