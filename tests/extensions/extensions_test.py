"""Extensions that are built and run: the fork that forklint names is the one that happens.

    extensions_test.py FORKLINT [-k NAME]

Each folder of sources/ is a project: native code, and user.py that calls it. It is built with the system's compiler for
the interpreter of the test tools, user.py runs with counter.c preloaded, and the places from where `fork` was really
called, by their debug information, must be those to which the flows of FRK501 lead; the lines of user.py that say
"# forks" must be those where they begin.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import List, Set, Tuple

HERE = Path(__file__).resolve().parent
FORKLINT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
TOOLS = HERE.parent.parent / "build" / "test-tools"
PYTHON = TOOLS / "bin" / "python"
TORCH = Path("/usr/lib/python3/dist-packages/torch")
PATIENCE = 240
Lines = Set[Tuple[str, int]]


def run(*command: object, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=PATIENCE, check=False,
                          **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\nended with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def package(name: str) -> Path:
    """Of the test tools."""
    return Path(run(PYTHON, "-c", f"import {name}; print({name}.__path__[0])").strip())


def has_package(name: str) -> bool:
    done = subprocess.run([PYTHON, "-c", f"import {name}"], capture_output=True, check=False) if PYTHON.exists() else None
    return done is not None and done.returncode == 0


def include_folder(python: Path) -> str:
    return run(python, "-c", "import sysconfig; print(sysconfig.get_path('include'))").strip()


@unittest.skipUnless(FORKLINT and "(Clang " in run(FORKLINT, "--version"), "built without Clang")
@unittest.skipUnless(PYTHON.exists() and shutil.which("gcc") and shutil.which("addr2line"), "no test tools")
class Extensions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.counter = Path(folder.name).resolve() / "counter.so"
        run("gcc", "-shared", "-fPIC", "-O1", HERE / "counter.c", "-o", cls.counter, "-ldl")

    def project(self, name: str) -> Path:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = Path(folder.name).resolve() / name
        shutil.copytree(HERE / "sources" / name, root)
        (root / ".git").mkdir()
        return root

    def compile(self, root: Path, output: str, sources: List[object], *flags: object, python: Path = PYTHON) -> None:
        compiler = "gcc" if str(sources[0]).endswith(".c") else "g++"
        language = [] if compiler == "gcc" else ["-std=c++17"]
        run(compiler, *language, "-shared", "-fPIC", "-O0", "-g", "-I", include_folder(python), *sources, *flags, "-o",
            root / output, cwd=root)

    def really(self, root: Path, python: Path) -> Lines:
        """Where fork was called from while user.py ran."""
        log = root / "forks.log"
        run(python, "user.py", cwd=root, env={**os.environ, "LD_PRELOAD": str(self.counter), "FORK_COUNTER_LOG": str(log)})
        lines: Lines = set()
        for entry in log.read_text(encoding="utf-8").splitlines():
            library, offset = entry.rsplit(" ", 1)
            # The return address; the call is before it.
            place = run("addr2line", "-e", library, hex(int(offset, 16) - 1), cwd=root).split(" (")[0].strip()
            file, line = place.rsplit(":", 1)
            lines.add((os.path.relpath((root / file).resolve(), root), int(line)))
        return lines

    def report(self, root: Path, python: Path = PYTHON) -> dict:
        environment = {**os.environ, "FORKLINT_NO_CACHE": "1"}
        if python == PYTHON:
            environment["VIRTUAL_ENV"] = str(TOOLS)
        done = subprocess.run([FORKLINT, ".", "--output-format", "json"], cwd=root, env=environment, capture_output=True,
                              text=True, timeout=PATIENCE, check=False)
        return json.loads(done.stdout)

    def check(self, root: Path, python: Path = PYTHON) -> None:
        report = self.report(root, python)
        found = [each for each in report["findings"] if each["id"] == "FRK501"]
        text = (root / "user.py").read_text(encoding="utf-8").splitlines()
        marked = {number for number, line in enumerate(text, 1) if line.endswith("# forks")}
        told = json.dumps(report, indent=1)
        self.assertEqual({each["start"]["line"] for each in found if each["path"] == "user.py"}, marked, told)
        named = {(each["flow"][-1]["path"], each["flow"][-1]["start"]["line"]) for each in found}
        self.assertEqual(named, self.really(root, python), told)
        self.assertTrue(named)

    def test_single_phase(self):
        root = self.project("single_phase")
        self.compile(root, "single.so", ["single.c"])
        self.check(root)

    def fix(self, root: Path) -> None:
        environment = {**os.environ, "FORKLINT_NO_CACHE": "1", "VIRTUAL_ENV": str(TOOLS)}
        subprocess.run([FORKLINT, ".", "--fix", "--unsafe-fixes"], cwd=root, env=environment, capture_output=True,
                       timeout=PATIENCE, check=False)

    def test_the_fixed_one_runs_the_hooks(self):
        root = self.project("single_phase")
        self.fix(root)
        self.assertEqual([(each["id"], each["level"]) for each in self.report(root)["findings"]], [("FRK401", "note")])
        self.compile(root, "single.so", ["single.c"])
        (root / "user.py").write_text(
            "import os, single\nfor when in ('before', 'after_in_parent', 'after_in_child'):\n"
            "    os.register_at_fork(**{when: lambda when=when: os.write(1, when.encode() + b' ')})\n"
            "pid = single.launch()\nif pid == 0:\n    os._exit(0)\nos.waitpid(pid, 0)\n", encoding="utf-8")
        said = run(PYTHON, "user.py", cwd=root).split()
        self.assertEqual((said[0], sorted(said)), ("before", ["after_in_child", "after_in_parent", "before"]))

    def test_the_fixed_one_does_not_fork(self):
        root = self.project("exec_only")
        log = root / "forks.log"
        said = []
        for forks in (1, 0):
            self.compile(root, "runner.so", ["runner.c"])
            log.write_bytes(b"")
            said.append(run(PYTHON, "user.py", cwd=root,
                            env={**os.environ, "LD_PRELOAD": str(self.counter), "FORK_COUNTER_LOG": str(log)}))
            self.assertEqual(len(log.read_text(encoding="utf-8").splitlines()), forks)
            self.fix(root)
        self.assertEqual(said, ["hello\n0\n"] * 2)
        self.assertEqual(self.report(root)["findings"], [])

    def test_multi_phase(self):
        root = self.project("multi_phase")
        self.compile(root, "multi.so", ["multi.c", "helper.c"])
        self.check(root)

    def test_types(self):
        root = self.project("types")
        self.compile(root, "types_.so", ["types_.c"])
        self.check(root)

    def test_in_a_package(self):
        root = self.project("package")
        self.compile(root, "pkg/_native.so", ["pkg/_native.c"])
        self.check(root)

    @unittest.skipUnless(has_package("pybind11"), "no pybind11")
    def test_pybind11(self):
        root = self.project("pybind")
        self.compile(root, "fast.so", ["fast.cpp"], "-I", package("pybind11") / "include")
        self.check(root)

    @unittest.skipUnless(has_package("nanobind"), "no nanobind")
    def test_nanobind(self):
        root = self.project("nanobind")
        home = package("nanobind")
        flags = ["-I", home / "include", "-I", home / "ext" / "robin_map" / "include", "-fvisibility=hidden"]
        self.compile(root, "nano.so", ["nano.cpp", home / "src" / "nb_combined.cpp"], *flags)
        self.check(root)

    @unittest.skipUnless(has_package("Cython"), "no Cython")
    def test_cython(self):
        root = self.project("cython")
        run(PYTHON, "-m", "cython", "-3", "cy.pyx", cwd=root)
        self.compile(root, "cy.so", ["cy.c"])
        self.check(root)

    def test_ctypes(self):
        root = self.project("ctypes_library")
        self.compile(root, "launcher.so", ["launcher.c"])
        self.check(root)

    @unittest.skipUnless(has_package("cffi"), "no cffi")
    def test_cffi_library(self):
        root = self.project("cffi_library")
        self.compile(root, "launcher.so", ["launcher.c"])
        self.check(root)

    @unittest.skipUnless(has_package("cffi"), "no cffi")
    def test_cffi_module(self):
        root = self.project("cffi_module")
        run(PYTHON, "build_it.py", cwd=root)
        self.compile(root, "_made.so", ["_made.c"])
        self.check(root)

    @unittest.skipUnless(Path("/usr/include/boost/python.hpp").exists() and Path("/usr/include/python3.11/Python.h").exists(),
                         "no Boost.Python")
    def test_boost(self):
        root = self.project("boost")
        python = Path("/usr/bin/python3.11")
        self.compile(root, "boosted.so", ["boosted.cpp"], "-lboost_python311", python=python)
        self.check(root, python)


    @unittest.skipUnless((TORCH / "include/torch/library.h").exists() and Path("/usr/include/python3.11/Python.h").exists(),
                         "no headers of torch")
    def test_torch_ops(self):
        root = self.project("torch_ops")
        python = Path("/usr/bin/python3.11")
        libraries = ["-L", TORCH / "lib", "-ltorch_cpu", "-lc10"]
        self.compile(root, "ops.so", ["ops.cpp"], "-w", "-I", TORCH / "include", *libraries, python=python)
        self.check(root, python)


if __name__ == "__main__":
    unittest.main()
