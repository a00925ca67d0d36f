"""Ctrl-C: what was found so far, in a document that is whole, and status 130.

How fast it is stands in tests/bench/README.md; here it only has to come to an end.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree
from pathlib import Path

from command import FORKLINT, HAS_CLANG, PATIENCE, CommandTest, main

INTERRUPTED = 130
POOLS = "import multiprocessing\nimport part_{0}\n\n\ndef run_{1}(x):\n    return multiprocessing.Pool(2).map(abs, x)\n"
MODULES = 1500


class InterruptTest(CommandTest):
    def start(self, *arguments, **options):
        process = subprocess.Popen([FORKLINT, *arguments], cwd=self.root, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        for end in (process.stdin.close, process.stdout.close, process.stderr.close, process.wait, process.kill):
            self.addCleanup(end)
        return process

    def wait_until(self, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, "it did not come so far")
            time.sleep(0.01)

    # Whoever waits for standard input runs as long as the test wants.
    def interrupt_reader(self, *arguments):
        process = self.start(*arguments)
        # More than a pipe holds: when it is written, forklint reads, and has read the settings before that.
        process.stdin.write(b"#" * (1 << 18))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # Standard input stays open: the process does not end by itself.
        out, err = process.stdout.read(), process.stderr.read()
        self.assertEqual(process.wait(PATIENCE), INTERRUPTED, err)
        return out.decode(), err.decode()

    def test_a_run_that_waits_is_stopped_with_whole_documents(self):
        out, err = self.interrupt_reader("-")
        self.assertIn("no forks found; checked 0 files; not everything could be checked", out)
        self.assertIn("stopped by Ctrl-C", err)
        for output_format in ("json", "gitlab"):
            json.loads(self.interrupt_reader("--output-format", output_format, "-")[0])
        xml.etree.ElementTree.fromstring(self.interrupt_reader("--output-format", "junit", "-")[0])
        self.assertEqual(self.interrupt_reader("--output-format", "github", "-q", "-"), ("", ""))

    def test_sarif_says_that_it_is_not_complete(self):
        out, _ = self.interrupt_reader("--output-format", "sarif", "--output", "sarif=whole.sarif", "-")
        for text in (out, (self.root / "whole.sarif").read_text(encoding="utf-8")):
            run = json.loads(text)["runs"][0]
            invocation, = run["invocations"]
            self.assertFalse(invocation["executionSuccessful"])
            self.assertIn("stopped by Ctrl-C", invocation["toolExecutionNotifications"][0]["message"]["text"])
            self.assertGreater(len(run["tool"]["driver"]["rules"]), 20)

    def test_nothing_half_done_is_printed(self):
        for option in ("--fix", "--diff"):
            self.assertEqual(self.interrupt_reader(option, "-")[0], "")

    def test_settings_choose_the_format_here_too(self):
        self.write("forklint.toml", 'output-format = "json"\n')
        self.assertFalse(json.loads(self.interrupt_reader("-")[0])["summary"]["complete"])

    def test_who_ignores_it_is_obeyed(self):
        process = self.start("-", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        self.wait_until(lambda: "anon_inode:[signalfd]" in descriptors_of(process.pid))
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(b"import os\nos.fork()\n", timeout=PATIENCE)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b"FRK105", out)

    def test_at_any_moment_the_document_is_whole_and_files_are(self):
        for number in range(MODULES):
            self.write(f"part_{number}.py", POOLS.format((number + 1) % MODULES, number))
        whole = self.json("--no-native", ".")
        all_findings = set(whole.findings())
        moments = random.Random(6)
        for _ in range(12):
            process = self.start("--output-format", "json", "--output", "sarif=log.sarif", ".")
            time.sleep(moments.uniform(0.005, 1.5))
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
            log = self.root / "log.sarif"
            if log.exists():
                json.loads(log.read_bytes())
                log.unlink()
            if process.returncode == -signal.SIGINT:
                # Before it could look after the signal, or after it had printed everything.
                self.assertTrue(out == b"" or json.loads(out)["summary"]["complete"])
                continue
            self.assertIn(process.returncode, (1, INTERRUPTED), err)
            said = json.loads(out)
            found = {(each["path"], each["start"]["line"], each["id"]) for each in said["findings"]}
            self.assertLessEqual(found, all_findings)
            self.assertEqual([], list(self.root.glob("*.tmp*")))

    def test_fix_leaves_each_file_whole(self):
        sources = {}
        for number in range(200):
            sources[f"pool_{number}.py"] = (
                "import multiprocessing\n\nif __name__ == '__main__':\n"
                f"    print(multiprocessing.Pool({number + 1}).map(abs, [1]))\n")
        for name, text in sources.items():
            self.write(name, text)
        moments = random.Random(4)
        for _ in range(8):
            process = self.start("--fix", "--output-format", "json", ".")
            time.sleep(moments.uniform(0.005, 0.8))
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)
            for name, text in sources.items():
                fixed = text.replace("multiprocessing.Pool", 'multiprocessing.get_context("spawn").Pool')
                self.assertIn((self.root / name).read_text(encoding="utf-8"), (text, fixed))
                self.write(name, text)
            self.assertEqual(sorted(sources), sorted(path.name for path in self.root.glob("*") if path.is_file()))

    # Of two units that are read side by side, one takes for ever; the other, and what follows it, do when the
    # test says so.
    def test_what_was_found_in_native_code(self):
        if not HAS_CLANG:
            self.skipTest("this build reads no C and C++")
        for name in ("a_gate", "b_endless", "c_later"):
            os.mkfifo(self.root / f"{name}.h")
            self.write(f"{name}.c", f'#include "{name}.h"\nint fork(void);\nvoid {name}(void) {{ fork(); }}\n')
        process = self.start("--output-format", "json", "--jobs", "2")
        running = lambda name: any(f"{name}.c" in command_of(child) for child in children_of(process.pid))
        self.wait_until(lambda: running("b_endless"))
        time.sleep(1.2)  # Short work shows nothing.
        (self.root / "a_gate.h").write_text("")
        self.wait_until(lambda: running("c_later"))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, INTERRUPTED)
        self.assertIn(b"when 1 of 3 units of C and C++ were read", err)
        self.assertEqual([(each["path"], each["id"]) for each in json.loads(out)["findings"]], [("a_gate.c", "FRK401")])

    def test_the_readers_of_native_code_end_too(self):
        if not HAS_CLANG:
            self.skipTest("this build reads no C and C++")
        # To open a pipe that nobody writes to takes for ever.
        os.mkfifo(self.root / "endless.h")
        self.write("slow.c", '#include "endless.h"\n#include <unistd.h>\nvoid f(void) { fork(); }\n')
        process = self.start("--output-format", "json", "slow.c")
        self.wait_until(lambda: children_of(process.pid))
        child, = children_of(process.pid)
        self.wait_until(lambda: "slow.c" in command_of(child) and "--native-worker" in command_of(child))
        # Not to its group, as a terminal would.
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, INTERRUPTED)
        self.assertFalse(json.loads(out)["summary"]["complete"])
        self.wait_until(lambda: "--native-worker" not in command_of(child))


def descriptors_of(pid):
    folder = Path(f"/proc/{pid}/fd")
    found = set()
    for each in folder.iterdir():
        try:
            found.add(os.readlink(each))
        except OSError:
            pass
    return found


def children_of(pid):
    children = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            children += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
        except OSError:  # A thread that has ended.
            pass
    return children


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
