"""How long Ctrl-C takes: interrupt.py FORKLINT TREE [TIMES].

Prints each moment, and how much was printed then; at last the slowest. C and C++ are read anew in each run.
"""

import random
import signal
import subprocess
import sys
import time


def main() -> None:
    forklint, tree = sys.argv[1:3]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    command = [forklint, "--isolated", "--no-cache", "--output-format", "sarif", tree]
    begin = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    whole = time.monotonic() - begin
    moments = random.Random(1)
    slowest = 0.0
    for _ in range(times):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        moment = moments.uniform(0.02, whole)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            pass
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate()
        took = time.monotonic() - begin
        if process.returncode == 130:
            slowest = max(slowest, took)
        print(f"after {moment:6.2f} s of {whole:.2f}: {1000 * took:4.0f} ms, status {process.returncode}, {len(out)} bytes")
    print(f"slowest: {1000 * slowest:.0f} ms")


if __name__ == "__main__":
    main()
