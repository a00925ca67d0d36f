"""What C and C++ cost: forklint beside `clang -fsyntax-only` on the same units, in turns.

    native.py FORKLINT [--units N] [--rounds N]

Four projects of N units each: C++ with the standard library, and C with Python.h, each with a fork and without one.
Compared is the processor time of all processes for one unit, as the median of several rounds, and the peak memory of the
largest process. What must hold: with a fork at most 0.9 of Clang's time, without at most 0.05, from the cache at most
0.02, and no more memory than Clang.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Dict, List, NamedTuple

CXX = """#include <map>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>
#include <unistd.h>
namespace unit_%d {
std::map<std::string, std::vector<int>> table;
int use(const std::string &name) {
  for (auto &[key, values] : table) values.push_back(static_cast<int>(key.size() + name.size()));
  return static_cast<int>(table.size());
}
int start() { return %s(); }
}
"""
C = """#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>
static PyObject *start(PyObject *self, PyObject *arguments) { return PyLong_FromLong(%s()); }
static PyMethodDef methods[] = {{"start", start, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "unit_%d", NULL, -1, methods};
PyMODINIT_FUNC PyInit_unit_%d(void) { return PyModule_Create(&module); }
"""


class Cost(NamedTuple):
    cpu: float  # seconds
    memory: float  # MB


def cost(command: List[str], folder: Path, environment: Dict[str, str]) -> Cost:
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def write(folder: Path, kind: str, name: str, units: int) -> None:
    folder.mkdir()
    (folder / ".git").mkdir()
    for number in range(units):
        if kind == "C++":
            (folder / f"unit_{number}.cpp").write_text(CXX % (number, name), encoding="utf-8")
        else:
            (folder / f"unit_{number}.c").write_text(C % (name, number, number), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forklint", type=Path)
    parser.add_argument("--units", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    clang = shutil.which("clang-19") or shutil.which("clang")
    if clang is None:
        sys.exit("no clang to compare with")
    forklint = str(options.forklint.resolve())
    missed = False
    with tempfile.TemporaryDirectory() as top:
        environment = {**os.environ, "XDG_CACHE_HOME": f"{top}/cache"}
        environment.pop("FORKLINT_NO_CACHE", None)
        empty = Path(top) / "empty"
        write(empty, "C", "getpid", 0)
        print(f"{'':24}{'time of clang':>15}{'ratio':>8}{'at most':>9}{'memory of clang':>17}{'ratio':>8}")
        for kind, flags in (("C++", ["-xc++", "-std=gnu++20"]), ("C", ["-xc", "-std=gnu17", "-I", sysconfig.get_path("include")])):
            for name, bar in (("fork", 0.9), ("getpid", 0.05)):
                folder = Path(top) / f"{kind} {name}"
                write(folder, kind, name, options.units)
                file = next(path.name for path in sorted(folder.iterdir()) if path.is_file())
                rounds: Dict[str, List[float]] = {"fresh": [], "cached": [], "clang": [], "memory": [], "clang memory": []}
                for _ in range(options.rounds):
                    base = cost([forklint, ".", "--no-cache"], empty, environment).cpu
                    theirs = cost([clang, "-fsyntax-only", "-w", "-D_GNU_SOURCE", "-pthread", *flags, file], folder, environment)
                    fresh = cost([forklint, ".", "--no-cache"], folder, environment)
                    cost([forklint, "."], folder, environment)
                    kept = cost([forklint, "."], folder, environment)
                    rounds["clang"].append(theirs.cpu)
                    rounds["clang memory"].append(theirs.memory)
                    rounds["memory"].append(fresh.memory / theirs.memory)
                    rounds["fresh"].append((fresh.cpu - base) / options.units / theirs.cpu)
                    rounds["cached"].append((kept.cpu - base) / options.units / theirs.cpu)
                middle = {each: statistics.median(values) for each, values in rounds.items()}
                title = f"{kind} with a fork" if name == "fork" else f"{kind} without one"
                print(f"{title:24}{middle['clang'] * 1000:>12.0f} ms{middle['fresh']:>8.2f}{bar:>9}"
                      f"{middle['clang memory']:>14.0f} MB{middle['memory']:>8.2f}")
                missed |= middle["fresh"] > bar or middle["memory"] > 1
                if name == "fork":
                    print(f"{'  from the cache':24}{'':15}{middle['cached']:>8.3f}{0.02:>9}")
                    missed |= middle["cached"] > 0.02
    print("missed" if missed else "all hold")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
