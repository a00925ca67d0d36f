"""What recording costs a program that forks 100 times a second: CPU time under 'forklint trace' over CPU time without.

    python3 tests/bench/trace_overhead.py FORKLINT [--python PATH] [--every-fork] [--beside-a-thread] [--native] [--rounds N]

A period is 10 ms of work and one fork whose child ends at once. One program under 'forklint trace' and one without take
turns, period by period, so that other work on the machine meets both; the median of the pairs' differences is a round's
figure, and each round starts new processes. CPU time of the parent and of the child is taken, waiting for the machine is
not.

The work alone differs by up to 4 % between programs that are the same but for what they import at their start, each time
in the same way: how full the pools of pymalloc are decides how often the loop takes one from its list and puts it back.
(Instructions of this loop for each of its steps on CPython 3.12.1, counted by valgrind: without recording 845, 859 with
json imported before it, 874 with argparse, 871 with csv; with recording 857, 873, 874, 871. All of a difference is in
_PyObject_Malloc and _PyObject_Free.) So the time of the fork alone is what recording costs, as long as the work meets as
many page faults in both; these are counted. The time of whole periods is printed, too.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

PROGRAM = """
    import os, resource, sys, time

    def faults():
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

    def period(steps):
        before = faults()
        start = time.process_time()
        total = 0
        for i in range(steps):
            total += i * i
        worked = time.process_time()
        missed = faults() - before
        child = fork()
        if child == 0:
            os._exit(0)
        usage = os.wait4(child, 0)[2]
        forked = time.process_time() - worked + usage.ru_utime + usage.ru_stime
        return worked - start + forked, forked, missed

    fork = os.fork
    if "--native" in sys.argv:
        import ctypes
        fork = ctypes.PyDLL(None).fork

    if __name__ == "__main__":
        if "--beside-a-thread" in sys.argv:
            import threading
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
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
    parser.add_argument("--every-fork", action="store_true", help="no fork may repeat what was seen at an earlier one")
    parser.add_argument("--beside-a-thread", action="store_true", help="of Python, that sleeps")
    parser.add_argument("--native", action="store_true", help="forks of native code: by ctypes")
    options = parser.parse_args()
    how = ["--every-fork"] if options.every_fork else []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(textwrap.dedent(PROGRAM))
        run = [options.python, "-W", "ignore", str(path), *(["--beside-a-thread"] if options.beside_a_thread else []),
               *(["--native"] if options.native else [])]
        traced = [str(Path(options.forklint).resolve()), "trace", *how, "--output", f"{folder}/log", "--", *run]
        rounds = [one_round(run, traced, options.pairs) for _ in range(options.rounds)]
    without, whole, fork, plain_faults, faults = map(statistics.median, zip(*rounds))
    low, middle, high = statistics.quantiles([100 * each[2] / each[0] for each in rounds], n=4)
    print(f"{without * 1e3:.2f} ms a period; fork {fork * 1e3:+.2f} ms: {middle:.1f} % more (quartiles {low:.1f} to "
          f"{high:.1f}); page faults in the work {plain_faults:.0f} and {faults:.0f}; whole period {whole * 1e3:+.2f} ms")


def one_round(run, traced_run, pairs):
    """Time of a period without; how much more it takes with, and its fork alone; page faults of the work in both."""
    plain, traced = Program(run), Program(traced_run)
    steps = steps_of_10_ms(plain)
    both = [(plain.period(steps), traced.period(steps)) for _ in range(WARM_UP + pairs)][WARM_UP:]
    plain.end()
    traced.end()
    return (statistics.median(a[0] for a, _ in both), statistics.median(b[0] - a[0] for a, b in both),
            statistics.median(b[1] - a[1] for a, b in both), statistics.mean(a[2] for a, _ in both),
            statistics.mean(b[2] for _, b in both))


def steps_of_10_ms(program):
    guess = 100_000
    return int(guess * 0.010 / statistics.median(program.period(guess)[0] for _ in range(WARM_UP)))


if __name__ == "__main__":
    main()
