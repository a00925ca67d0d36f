"""Programs that hang for real, dumped by the real py-spy and the real gdb, and the line that is named."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from dumps import FORKLINT, HERE, diagnose

PROGRAMS = HERE / "programs"
# Where tools/setup.sh puts what has no package in the distribution.
OWN_TOOLS = HERE.parent.parent / "build" / "test-tools" / "bin"
PATH = f"{OWN_TOOLS}{os.pathsep}{os.environ['PATH']}"
PY_SPY, GDB = shutil.which("py-spy", path=PATH), shutil.which("gdb", path=PATH)
PATIENCE = 60
AFFECTED = {(3, 8): 20, (3, 9): 20, (3, 10): 15, (3, 11): 10}
QUESTION = "import sys, sysconfig; print(*sys.version_info[:3], sysconfig.get_paths()['include'])"


def children_of(pid: int) -> list:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def line_of(program: str, text: str) -> int:
    lines = (PROGRAMS / program).read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def project_of(test: unittest.TestCase) -> str:
    """The programs in a folder of their own, as the code is elsewhere than where it runs: not all of forklint."""
    folder = tempfile.TemporaryDirectory()
    test.addCleanup(folder.cleanup)
    return shutil.copytree(PROGRAMS, Path(folder.name) / "programs")


def wait_until(condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def is_at_a_futex(pid: int) -> bool:
    """The process sleeps, and has slept for several looks: it has come to where it stays."""
    try:
        states = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for _ in range(3)
                  if time.sleep(0.1) is None]
    except FileNotFoundError:
        return False
    return states == ["S"] * 3


def can_look_into_processes() -> bool:
    """A container without CAP_SYS_PTRACE forbids it to both tools."""
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        time.sleep(0.5)
        looked = subprocess.run([PY_SPY, "dump", "--pid", str(sleeper.pid)], capture_output=True, timeout=PATIENCE,
                                check=False)
        return looked.returncode == 0
    finally:
        sleeper.kill()
        sleeper.wait()


class Live(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        missing = [name for name, found in (("py-spy", PY_SPY), ("gdb", GDB)) if not found]
        if missing:
            raise unittest.SkipTest(f"{' and '.join(missing)} not there: tools/setup.sh tests installs it")
        if not can_look_into_processes():
            raise unittest.SkipTest("py-spy may not look into processes here (no CAP_SYS_PTRACE)")

    def start(self, program: str, *arguments: str, python: str = sys.executable, **options) -> subprocess.Popen:
        process = subprocess.Popen([python, program, *arguments], cwd=options.pop("cwd", PROGRAMS),
                                   start_new_session=True, **options)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process: subprocess.Popen) -> None:
        """The whole session: children that hang do not end by themselves."""
        try:
            os.killpg(process.pid, 9)
        except ProcessLookupError:
            pass
        process.wait()

    def dump(self, *command: str) -> bytes:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def hung(self, *arguments: str):
        """The program and its one child, which has come to the lock."""
        process = self.start("lock_at_fork.py", *arguments)
        wait_until(lambda: children_of(process.pid) and is_at_a_futex(children_of(process.pid)[0]))
        return process.pid, children_of(process.pid)[0]


class LockOfAThread(Live):
    FORKS = line_of("lock_at_fork.py", "process.start()")
    LOCKS = line_of("lock_at_fork.py", "return key") - 1

    def test_native_py_spy_of_the_child(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(PY_SPY, "dump", "--native", "--pid", str(child)))
        self.assertEqual(answer.first(), f"inherited-lock certain lock_at_fork.py:{self.FORKS}")

    def test_json_of_py_spy(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(PY_SPY, "dump", "--native", "--json", "--pid", str(child)))
        self.assertEqual(answer.first(), f"inherited-lock certain lock_at_fork.py:{self.FORKS}")

    def test_plain_py_spy_with_the_code_at_hand(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(PY_SPY, "dump", "--pid", str(child)), "--project", project_of(self))
        self.assertEqual(answer.first(), f"inherited-lock likely lock_at_fork.py:{self.FORKS}")
        self.assertIn(("FRK101", line_of("lock_at_fork.py", "Process(target")),
                      [(each["id"], each["line"]) for each in answer.diagnoses[0]["findings"]])

    def test_plain_py_spy_alone_does_not_tell(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(PY_SPY, "dump", "--pid", str(child)))
        self.assertEqual(answer.status, 0)
        self.assertIn("--native", answer.diagnoses[0]["what"])

    def test_the_parent_with_its_variables(self):
        parent, _ = self.hung("process")
        answer = diagnose(self.dump(PY_SPY, "dump", "--locals", "--pid", str(parent)))
        self.assertEqual(answer.first(), f"waits-for-child possible lock_at_fork.py:{self.FORKS + 1}")

    def test_a_recording_of_the_parent(self):
        parent, _ = self.hung("process")
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "raw.txt"
            self.dump(PY_SPY, "record", "--format", "raw", "--duration", "1", "--output", str(raw), "--pid", str(parent),
                      "--idle")
            answer = diagnose(raw.read_bytes())
        self.assertEqual(answer.first(), f"waits-for-child possible lock_at_fork.py:{self.FORKS + 1}")

    def test_gdb_of_the_child(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(GDB, "--nx", "--batch", "-p", str(child), "-ex", "thread apply all bt"))
        self.assertEqual(answer.first(), "inherited-lock likely -")

    def test_gdb_of_one_thread_does_not_tell(self):
        _, child = self.hung("process")
        answer = diagnose(self.dump(GDB, "--nx", "--batch", "-p", str(child), "-ex", "bt"))
        self.assertEqual(answer.status, 0)
        self.assertIn("thread apply all bt", answer.diagnoses[0]["what"])

    def test_a_worker_of_a_pool(self):
        _, child = self.hung("pool")
        answer = diagnose(self.dump(PY_SPY, "dump", "--native", "--pid", str(child)))
        self.assertEqual(answer.first(), f"inherited-lock certain lock_at_fork.py:{line_of('lock_at_fork.py', 'Pool(1)')}")

    def test_by_the_pid_of_the_parent(self):
        parent, child = self.hung("process")
        done = subprocess.run([FORKLINT, "diagnose", "--pid", str(parent)], capture_output=True, text=True, check=False,
                              timeout=PATIENCE, env={**os.environ, "PATH": PATH})
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("a hang at a fork (certain): a child waits for a lock of Python code", done.stdout)
        self.assertIn(f"process {child} ", done.stdout)
        self.assertIn(f"lock_at_fork.py:{self.FORKS} in with_process", done.stdout)
        # gdb shows the same processes again, and less of them.
        self.assertEqual(done.stdout.count("  process:"), 2, done.stdout)
        self.assertEqual(done.stdout.count("  forked at:"), 1, done.stdout)

    def test_what_is_missing_is_said(self):
        parent, _ = self.hung("process")
        done = subprocess.run([FORKLINT, "diagnose", "--pid", str(parent)], capture_output=True, text=True, check=False,
                              timeout=PATIENCE, env={**os.environ, "PATH": "/nowhere"})
        self.assertEqual(done.returncode, 2)
        self.assertIn("pip install py-spy", done.stderr)


class BareFork(unittest.TestCase):
    """Nothing on the stack tells of os.fork(), and faulthandler shows no wait: the code does."""

    def answer(self, function: str, *options: str):
        done = subprocess.run([sys.executable, "-W", "ignore", str(PROGRAMS / "bare_fork.py"), function],
                              capture_output=True, timeout=PATIENCE, check=False)
        self.assertIn(b"most recent call first", done.stderr)
        return diagnose(done.stderr, *options)

    def test_the_child_with_the_code_at_hand(self):
        answer = self.answer("child_waits", "--project", project_of(self))
        fork = line_of("bare_fork.py", "pid = os.fork()")
        self.assertEqual(answer.first(), f"inherited-lock likely {PROGRAMS / 'bare_fork.py'}:{fork}")
        self.assertIn(fork, [each["line"] for each in answer.diagnoses[0]["findings"]])

    def test_a_child_that_no_branch_tells_from_its_parent(self):
        answer = self.answer("unclear_who_waits", "--project", project_of(self))
        self.assertTrue(answer.first().startswith("inherited-lock possible "), answer.first())

    def test_the_child_alone_does_not_tell(self):
        self.assertEqual(self.answer("child_waits").status, 0)

    def test_a_parent_that_waits_for_its_child_is_not_this_problem(self):
        self.assertEqual(self.answer("parent_waits", "--project", project_of(self)).status, 0)


class OtherPrograms(Live):
    def test_an_idle_pool_is_not_this_problem(self):
        process = self.start("idle_pool.py")
        wait_until(lambda: len(children_of(process.pid)) == 2 and all(map(is_at_a_futex, children_of(process.pid))))
        for pid in (process.pid, *children_of(process.pid)):
            for options in ([], ["--native"]):
                answer = diagnose(self.dump(PY_SPY, "dump", *options, "--pid", str(pid)))
                self.assertEqual(answer.status, 0, answer)


class LoaderWorker(Live):
    def test_it_is_named_with_the_line_of_the_loop(self):
        python = next((each for each in (sys.executable, "/usr/bin/python3") if has_torch(each)), None)
        if python is None:
            self.skipTest("no Python with torch (python3-torch)")
        process = self.start("loader_worker.py", python=python)
        wait_until(lambda: children_of(process.pid) and is_at_a_futex(children_of(process.pid)[0]))
        answer = diagnose(self.dump(PY_SPY, "dump", "--native", "--pid", str(children_of(process.pid)[0])))
        self.assertEqual(answer.first(), f"inherited-lock certain loader_worker.py:{line_of('loader_worker.py', 'for batch')}")
        self.assertIn("multiprocessing_context=\"spawn\"", answer.diagnoses[0]["advice"][0])


def has_torch(python: str) -> bool:
    question = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"
    return Path(python).exists() and subprocess.run([python, "-c", question], check=False).returncode == 0


class HeadLock(Live):
    def test_the_child_and_the_release_to_install(self):
        python, version, include = self.affected_python()
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["gcc", "-O1", "-shared", "-fPIC", f"-I{include}", str(PROGRAMS / "foreign_threads.c"), "-o",
                            f"{folder}/foreign_threads.so"], check=True, timeout=PATIENCE)
            process = self.start(str(PROGRAMS / "head_lock.py"), python=python, cwd=folder, stdout=subprocess.PIPE,
                                 env={**os.environ, "PYTHONPATH": folder})
            child = process.stdout.readline().strip().decode()
            answer = diagnose(self.dump(GDB, "--nx", "--batch", "-p", child, "-ex", "bt"))
            self.end(process)
            process.stdout.close()
        self.assertEqual(answer.first(), "after-fork certain -")
        self.assertIn(f"3.{version[1]}.{AFFECTED[version[:2]]}", " ".join(answer.diagnoses[0]["advice"]))

    def affected_python(self):
        for python in (sys.executable, "/usr/bin/python3"):
            if not Path(python).exists():
                continue
            said = subprocess.run([python, "-c", QUESTION], capture_output=True, text=True, check=True).stdout.split()
            version, include = tuple(map(int, said[:3])), said[3]
            if version[2] < AFFECTED.get(version[:2], 0) and (Path(include) / "Python.h").exists():
                return python, version, include
        self.skipTest("no affected Python with its headers here: the recorded dumps stand for it")


if __name__ == "__main__":
    unittest.main()
