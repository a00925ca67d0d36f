"""What 'forklint trace' records, and what it reports of that."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

FORKLINT = Path(sys.argv.pop(1)).resolve()
PATIENCE = 120
RECORDER = Path(__file__).resolve().parents[2] / "analyzer" / "trace" / "recorder"


def pythons():
    """This one, and one of each other version that is installed."""
    found = {}
    for path in (sys.executable, "/usr/bin/python3", *sorted(map(str, Path.home().glob(".pyenv/versions/3.*/bin/python")))):
        version = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True,
                                 check=False).stdout if Path(path).exists() else ""
        if version and tuple(map(int, version.split())) >= (3, 8):
            found.setdefault(version, path)
    return list(found.values())

CHILDREN_OF_CHILDREN = """
import multiprocessing, threading, time
lock = threading.Lock()
def grandchild():
    pass
def child():
    process = multiprocessing.get_context("fork").Process(target=grandchild)
    process.start()
    process.join()
if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(0.5,), name="beat").start()
    with lock:
        for method in ("fork", "spawn", "forkserver"):
            process = multiprocessing.get_context(method).Process(target=child)
            process.start()
            process.join()
"""

NATIVE_FORK = """
#include <sys/wait.h>
#include <unistd.h>
int fork_in_c(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return waitpid(child, 0, 0) == child;
}
"""

# The one gives up the interpreter's lock for the call, the other does not.
CALLS_NATIVE = """
import ctypes
def convert(kind):
    assert kind("./native.so").fork_in_c() == 1
convert(ctypes.CDLL)
convert(ctypes.PyDLL)
"""

WAITS_IN_CHILD = """
#include <pthread.h>
#include <unistd.h>
static void wait_long(void) { sleep(1000); }
void wait_in_children(void) { pthread_atfork(0, 0, wait_long); }
"""

NATIVE_THREAD = """
#include <pthread.h>
#include <unistd.h>
static void *wait_long(void *_) { sleep(1000); return _; }
void start(void) { pthread_t thread; pthread_create(&thread, 0, wait_long, 0); }
"""

FORKS_OFTEN = """
import os, threading
lock = threading.Lock()
for number in range(20):
    if number == 10:
        lock.acquire()
    if os.fork() == 0:
        os._exit(0)
    os.wait()
"""


class Trace(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        (self.root / ".git").mkdir()

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(textwrap.dedent(text))

    def trace(self, *command: str, options=(), **environment):
        return subprocess.run([FORKLINT, "trace", *options, "--", *command], cwd=self.root, capture_output=True, text=True,
                              timeout=PATIENCE, check=False, env={**os.environ, **environment})

    def events(self, kind: str) -> list:
        lines = (self.root / "forklint-trace.jsonl").read_text().splitlines()
        return [event for event in map(json.loads, lines) if event["event"] == kind]

    def report(self, *options: str):
        return subprocess.run([FORKLINT, "trace", "report", "forklint-trace.jsonl", *options], cwd=self.root,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)


class Recording(Trace):
    def test_children_of_children_in_all_start_methods(self):
        self.write("main.py", CHILDREN_OF_CHILDREN)
        self.assertEqual(self.trace(sys.executable, "main.py").returncode, 0)
        forks = [each for each in self.events("fork") if each["role"] != "forkserver"]
        self.assertEqual(sorted(each["role"] for each in forks),
                         ["fork child", "forkserver child", "program", "spawn child"])
        first = next(each for each in forks if each["role"] == "program")
        self.assertEqual([each["name"] for each in first["threads"]], ["beat"])
        self.assertEqual(first["held_locks"], ["lock"])
        self.assertIn("start", [each["function"] for each in first["stack"]])

    def build_native(self):
        subprocess.run(["gcc", "-shared", "-fPIC", "native.c", "-o", "native.so"], cwd=self.root, check=True)

    def test_native_forks_with_both_stacks(self):
        self.write("native.c", NATIVE_FORK)
        self.build_native()
        self.write("main.py", CALLS_NATIVE)
        for python in pythons():
            with self.subTest(python):
                done = self.trace(python, "main.py")
                self.assertEqual((done.returncode, done.stdout), (0, ""))
                self.assertEqual([each["native_stack"][0]["function"] for each in self.events("native_fork")],
                                 ["fork_in_c", "fork_in_c"])
                first, second = [each["traceback"] for each in self.events("native_fork")]
                self.assertRegex(first, r'main.py", line 4 in convert\n.*main.py", line 5 in <module>')
                self.assertRegex(second, r'main.py", line 4 in convert\n.*main.py", line 6 in <module>')
                self.assertIn("main.py:4 in convert: 2 forks by native code, fork", self.report().stdout)

    def test_the_signal_of_tracebacks_is_left_to_the_program(self):
        self.write("main.py", "import signal\nprint([each for each in signal.valid_signals() "
                              "if signal.getsignal(each) not in (signal.SIG_DFL, signal.SIG_IGN)])\n")
        self.assertEqual(self.trace(sys.executable, "main.py").stdout,
                         subprocess.run([sys.executable, "main.py"], cwd=self.root, capture_output=True, text=True,
                                        check=True).stdout)

    def test_forks_of_the_interpreter_by_each_version(self):
        self.write("main.py", CHILDREN_OF_CHILDREN)
        for python in pythons():
            with self.subTest(python):
                self.assertEqual(self.trace(python, "main.py").returncode, 0)
                self.assertEqual(self.events("failure"), [])
                first = next(each for each in self.events("fork") if each["role"] == "program")
                self.assertEqual([each["name"] for each in first["threads"]], ["beat"])
                self.assertEqual(first["held_locks"], ["lock"])
                forks = {(each["pid"], each["fork"]) for each in self.events("fork")}
                self.assertEqual({(each["parent"], each["fork"]) for each in self.events("born")}, forks)

    def test_accelerators_threads_with_their_frames_and_the_start_method(self):
        self.write("main.py", """
            import multiprocessing, os, sys, threading, types
            sys.modules["torch_npu"] = types.ModuleType("torch_npu")
            cuda = sys.modules["torch.cuda"] = types.ModuleType("torch.cuda")
            ready, done = threading.Event(), threading.Event()
            def beat():
                ready.set()
                done.wait()
            def fork():
                if os.fork() == 0:
                    os._exit(0)
                os.wait()
            thread = threading.Thread(target=beat, name="beat", daemon=True)
            thread.start()
            ready.wait()
            fork()
            cuda._initialized = True
            multiprocessing.set_start_method("fork")
            fork()
            done.set()
            """)
        self.assertEqual(self.trace(sys.executable, "main.py").returncode, 0)
        first, second = self.events("fork")
        self.assertEqual([each["accelerators"] for each in (first, second)], [["torch_npu"], ["torch_npu", "torch.cuda"]])
        self.assertEqual([each["start_method"] for each in (first, second)], [None, "fork"])
        thread, = first["threads"]
        self.assertEqual((thread["name"], thread["daemon"]), ("beat", True))
        self.assertIn("beat", [each["function"] for each in thread["stack"]])
        self.assertEqual((first["thread"], first["main_thread"], first["native_threads"]), ("MainThread", True, 2))

    def test_a_repeated_fork_says_so_and_each_is_looked_at_on_request(self):
        self.write("main.py", FORKS_OFTEN)
        for options, looked_at in ((), False), (["--every-fork"], True):
            self.assertEqual(self.trace(sys.executable, "main.py", options=options).returncode, 0)
            forks = self.events("fork")
            self.assertEqual([each["fork"] for each in forks], [*range(1, 21)])
            by_number = {each["fork"]: each for each in forks}
            repeated = [each for each in forks if "as_fork" in each]
            self.assertEqual(not repeated, looked_at)
            for each in repeated:
                seen = by_number[each["as_fork"]]
                self.assertNotIn("as_fork", seen)
                self.assertEqual((each["stack"], each["held_locks"]), (seen["stack"], seen["held_locks"]))
                self.assertLess(each["time"] - seen["time"], 0.2)
            if looked_at:
                self.assertEqual([each["held_locks"] for each in forks], [[]] * 10 + [["lock"]] * 10)

    def test_a_fork_beside_a_new_native_thread_repeats_nothing(self):
        self.write("native.c", NATIVE_THREAD)
        self.build_native()
        self.write("main.py", """
            import ctypes, os
            start = ctypes.CDLL("./native.so").start
            for number in range(3):
                if number == 2:
                    start()
                if os.fork() == 0:
                    os._exit(0)
                os.wait()
            """)
        self.assertEqual(self.trace(sys.executable, "main.py").returncode, 0)
        self.assertEqual([each["native_threads"] for each in self.events("fork")], [1, 1, 2])

    def test_without_the_library_forks_are_recorded(self):
        self.write("main.py", "import os\nfor _ in range(2):\n    os.fork() or os._exit(0)\n    os.wait()\n")
        log = self.root / "forklint-trace.jsonl"
        subprocess.run([sys.executable, "main.py"], cwd=self.root, check=True, timeout=PATIENCE,
                       env={**os.environ, "PYTHONPATH": str(RECORDER), "FORKLINT_TRACE": str(log)})
        self.assertEqual([(each["fork"], each["call"], each["stack"][0]["line"]) for each in self.events("fork")],
                         [(1, "os.fork", 3), (2, "os.fork", 3)])
        self.assertIn("2 forks at 1 place", self.report().stdout)

    def test_the_status_the_streams_and_the_environment_are_the_programs(self):
        self.write("main.py", "import sys\nprint(sys.stdin.read(), *sys.argv[1:])\nsys.exit(7)\n")
        done = subprocess.run([FORKLINT, "trace", "--", sys.executable, "main.py", "--a", "-b"], cwd=self.root, text=True,
                              input="in", capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stdout), (7, "in --a -b\n"))

    def test_a_sitecustomize_that_was_there_still_runs(self):
        (self.root / "own").mkdir()
        self.write("own/sitecustomize.py", "print('mine')\n")
        self.write("main.py", "import sys\nprint([p for p in sys.path if 'forklint' in p])\n")
        self.assertEqual(self.trace(sys.executable, "main.py", PYTHONPATH="own").stdout, "mine\n[]\n")

    def test_what_was_written_before_a_kill_is_there(self):
        self.write("main.py", "import os, signal\nif os.fork() == 0:\n    os._exit(0)\nos.kill(os.getpid(), signal.SIGKILL)\n")
        self.assertEqual(self.trace(sys.executable, "main.py").returncode, 128 + signal.SIGKILL)
        self.assertEqual(len(self.events("fork")), 1)

    def test_a_child_that_does_not_come_out_of_its_fork(self):
        """A handler of pthread_atfork, as native libraries have them, waits."""
        self.write("native.c", WAITS_IN_CHILD)
        self.build_native()
        self.write("main.py", """
            import ctypes, os, time
            ctypes.CDLL("./native.so").wait_in_children()
            child = os.fork()
            if child == 0:
                os._exit(0)
            time.sleep(4)
            os.kill(child, 9)
            os.waitpid(child, 0)
            """)
        done = self.trace(sys.executable, "main.py", options=["--hang-after", "1"])
        self.assertIn("does not come out of its fork", done.stderr)
        hang, = self.events("hang")
        self.assertIn(f"process {hang['pid']} did not come out of its fork", self.report().stdout)

    def test_which_child_came_out_of_which_fork(self):
        self.write("main.py", """
            import os, subprocess
            subprocess.run(["true"], close_fds=False)
            subprocess.run(["true"], preexec_fn=os.getpid)
            child = os.fork()
            if child == 0:
                if os.fork() == 0:
                    os._exit(0)
                os.wait()
                os._exit(0)
            os.wait()
            print(child)
            """)
        done = self.trace(sys.executable, "main.py")
        program, = [each["pid"] for each in self.events("process")]
        forks = [(each["pid"], each["fork"], each["call"]) for each in self.events("fork")]
        self.assertEqual(forks, [(program, 1, "preexec_fn"), (program, 2, "os.fork"), (int(done.stdout), 1, "os.fork")])
        born = sorted((each["parent"], each["fork"]) for each in self.events("born"))
        self.assertEqual(born, sorted((pid, number) for pid, number, _ in forks))
        self.assertIn(int(done.stdout), [each["child"] for each in self.events("child")])
        self.assertIn("3 forks at 3 places in 4 processes", self.report().stdout)

    def test_a_daemon_that_closed_all_descriptors_is_recorded_and_its_files_are_left_alone(self):
        self.write("main.py", """
            import os
            if os.fork() == 0:
                os.closerange(0, 1024)
                mine = os.open("mine", os.O_WRONLY | os.O_CREAT)
                for number in range(1, 1024):
                    os.dup2(mine, number)
                for _ in range(2):
                    if os.fork() == 0:
                        os._exit(0)
                    os.wait()
                os._exit(0)
            os.wait()
            """)
        self.trace(sys.executable, "main.py")
        self.assertEqual(len(self.events("fork")), 3)
        self.assertEqual(len(self.events("born")), 3)
        self.assertEqual((self.root / "mine").read_bytes(), b"")

    def test_a_program_that_can_not_be_started_is_an_error(self):
        done = self.trace("no-such-program")
        self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1))


class Report(Trace):
    def setUp(self):
        super().setUp()
        self.write("main.py", """
            import os, sys
            def seen():
                if os.fork() == 0:
                    os._exit(0)
                os.wait()
            def never():
                os.fork()
            def hidden():
                child = getattr(os, "fo" + "rk")()
                if child == 0:
                    os._exit(0)
                os.wait()
            seen()
            hidden()
            """)
        self.assertEqual(self.trace(sys.executable, "main.py").returncode, 0)

    def test_seen_never_seen_and_not_found(self):
        said = self.report("--project", ".").stdout
        self.assertIn("2 forks at 2 places", said)
        self.assertRegex(said, r"main.py:4 in seen: 1 fork by os.fork\n    FRK105 main.py:4")
        self.assertRegex(said, r"main.py:10 in hidden: 1 fork by os.fork\n    not found in the code")
        self.assertRegex(said, r"never seen at run time:\n  FRK105 main.py:8")

    def test_sarif(self):
        run = json.loads(self.report("--project", ".", "--output-format", "sarif").stdout)["runs"][0]
        places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
        self.assertEqual([(each["artifactLocation"]["uri"], each["region"]["startLine"]) for each in places],
                         [("main.py", 4), ("main.py", 10)])
        self.assertEqual(run["results"][0]["stacks"][0]["frames"][0]["location"]["message"]["text"], "seen")

    def test_a_file_that_is_no_recording_is_an_error(self):
        self.write("forklint-trace.jsonl", "hello\n")
        done = self.report()
        self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1))


if __name__ == "__main__":
    unittest.main()
