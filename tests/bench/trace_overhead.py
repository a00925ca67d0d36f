"""What recording costs a program that forks 100 times a second: CPU time under 'forklint trace' over CPU time without.

    python3 tests/bench/trace_overhead.py FORKLINT [--python PATH] [--pairs N]

A period is 10 ms of work and one fork whose child ends at once. One program under 'forklint trace' and one without take
turns, period by period, so that other work on the machine meets both; the median of the pairs' differences is what counts.
Time of the parent and of the child is taken, waiting for the machine is not.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

PROGRAM = """
    import os, sys, time

    def period(steps):
        start = time.process_time()
        total = 0
        for i in range(steps):
            total += i * i
        child = os.fork()
        if child == 0:
            os._exit(0)
        usage = os.wait4(child, 0)[2]
        return time.process_time() - start + usage.ru_utime + usage.ru_stime

    if __name__ == "__main__":
        for line in sys.stdin:
            print(period(int(line)), flush=True)
    """
WARM_UP = 20


class Program:
    def __init__(self, command):
        self.process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)

    def period(self, steps):
        self.process.stdin.write(f"{steps}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("forklint")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(textwrap.dedent(PROGRAM))
        run = [options.python, str(path)]
        plain = Program(run)
        traced = Program([str(Path(options.forklint).resolve()), "trace", "--output", f"{folder}/log", "--", *run])
        steps = steps_of_10_ms(plain)
        pairs = [(plain.period(steps), traced.period(steps)) for _ in range(WARM_UP + options.pairs)][WARM_UP:]
        plain.end()
        traced.end()
    without = statistics.median(each for each, _ in pairs)
    more = statistics.median(b - a for a, b in pairs)
    print(f"{without * 1e3:.2f} ms a period without, {more * 1e3:+.2f} ms with: {more / without * 100:.1f} % more")


def steps_of_10_ms(program):
    guess = 100_000
    return int(guess * 0.010 / statistics.median(program.period(guess) for _ in range(WARM_UP)))


if __name__ == "__main__":
    main()
