"""How long programs take to start and end, in turns: start.py PROGRAM... [--rounds N].

Each is run as `PROGRAM --version`, for example a build with Clang beside one without.
"""

import argparse
import os
import statistics
import time
from pathlib import Path
from typing import List, NamedTuple


class Start(NamedTuple):
    milliseconds: float
    page_faults: int


def start(program: Path) -> Start:
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    child = os.posix_spawn(program, [str(program), "--version"], os.environ, file_actions=silence)
    _, status, usage = os.wait4(child, 0)
    taken = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"start: {program} ended with wait status {status}")
    return Start(1000 * taken, usage.ru_minflt)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", type=Path, nargs="+", metavar="PROGRAM")
    parser.add_argument("--rounds", type=int, default=300)
    options = parser.parse_args()
    starts: List[List[Start]] = [[] for _ in options.programs]
    for _ in range(options.rounds):
        for program, measured in zip(options.programs, starts):
            measured.append(start(program))
    for program, measured in zip(options.programs, starts):
        times = sorted(each.milliseconds for each in measured)
        faults = statistics.median(each.page_faults for each in measured)
        print(f"{program}: fastest {times[0]:.2f} ms, a quarter below {times[len(times) // 4]:.2f}, "
              f"median {statistics.median(times):.2f}, {faults:.0f} page faults")


if __name__ == "__main__":
    main()
