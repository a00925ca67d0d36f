"""What recording costs a program that forks 100 times a second: CPU time under 'forklint trace' over CPU time without.

    python3 tests/bench/trace_overhead.py FORKLINT [--python PATH] [--rounds N] [--pairs N]

A period is 10 ms of work and one fork whose child ends at once. One program under 'forklint trace' and one without take
turns, period by period, so that other work on the machine meets both; the median of the pairs' differences is a round's
figure. Two processes of one program differ by up to 3 % by where their memory lies, so each round starts new ones, and
the median of the rounds is what counts, beside their quartiles. Time of the parent and of the child is taken, waiting for
the machine is not. 'Fork alone' leaves the 10 ms of work out of both: the cost of one recorded fork with little noise,
without what the work loses to memory that was copied.
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
        worked = time.process_time()
        child = os.fork()
        if child == 0:
            os._exit(0)
        usage = os.wait4(child, 0)[2]
        forked = time.process_time() - worked + usage.ru_utime + usage.ru_stime
        return worked - start + forked, forked

    if __name__ == "__main__":
        for line in sys.stdin:
            print(*period(int(line)), flush=True)
    """
WARM_UP = 20


class Program:
    def __init__(self, command):
        self.process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)

    def period(self, steps):
        self.process.stdin.write(f"{steps}\n")
        self.process.stdin.flush()
        return [float(each) for each in self.process.stdout.readline().split()]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("forklint")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--pairs", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(textwrap.dedent(PROGRAM))
        run = [options.python, str(path)]
        traced = [str(Path(options.forklint).resolve()), "trace", "--output", f"{folder}/log", "--", *run]
        rounds = [one_round(run, traced, options.pairs) for _ in range(options.rounds)]
    without, more, forks = ([each[i] for each in rounds] for i in range(3))
    share = [100 * b / a for a, b in zip(without, more)]
    low, middle, high = statistics.quantiles(share, n=4)
    print(f"{statistics.median(without) * 1e3:.2f} ms a period without, {statistics.median(more) * 1e3:+.2f} ms with: "
          f"{middle:.1f} % more (quartiles {low:.1f} to {high:.1f}); fork alone {statistics.median(forks) * 1e3:+.2f} ms")


def one_round(run, traced_run, pairs):
    """Time of a period without, and how much more it and its fork alone take with."""
    plain, traced = Program(run), Program(traced_run)
    steps = steps_of_10_ms(plain)
    both = [(plain.period(steps), traced.period(steps)) for _ in range(WARM_UP + pairs)][WARM_UP:]
    plain.end()
    traced.end()
    return (statistics.median(a[0] for a, _ in both), statistics.median(b[0] - a[0] for a, b in both),
            statistics.median(b[1] - a[1] for a, b in both))


def steps_of_10_ms(program):
    guess = 100_000
    return int(guess * 0.010 / statistics.median(program.period(guess)[0] for _ in range(WARM_UP)))


if __name__ == "__main__":
    main()
