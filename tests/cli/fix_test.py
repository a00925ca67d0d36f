"""--fix and --diff: what is written, what is left alone, and what the files look like afterwards."""

import os
import shutil
import signal
import stat
import subprocess
import time
import unittest

from command import FORKLINT, CommandTest, main

POOL = """\
import multiprocessing


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1, 2]))


if __name__ == "__main__":
    main()
"""
FIXED = POOL.replace("multiprocessing.Pool", 'multiprocessing.get_context("spawn").Pool')
EXECUTOR = """\
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        print(executor.submit(abs, -1).result())
"""


class FixTest(CommandTest):
    def fix(self, *arguments: str, **options):
        return self.forklint("--fix", "--unsafe-fixes", *arguments, **options)

    def text(self, name: str) -> str:
        return (self.root / name).read_bytes().decode("utf-8")


class Writing(FixTest):
    def test_says_how_many_are_fixed_and_leaves_with_0(self):
        self.write("a.py", POOL)
        said = self.fix()
        self.assertEqual(self.text("a.py"), FIXED)
        self.assertEqual((said.status, said.err), (0, ""))
        self.assertTrue(said.out.startswith("Fixed 1 finding (0 remaining)\n"), said.out)

    def test_a_second_run_changes_nothing(self):
        self.write("a.py", POOL)
        self.fix()
        self.assertEqual(self.fix().out, "Fixed 0 findings (0 remaining)\nno forks found; checked 1 file\n")
        self.assertEqual(self.text("a.py"), FIXED)

    def test_what_remains_is_reported_and_leaves_with_1(self):
        self.write("a.py", POOL + "\n\nimport os\nos.fork()\n")
        said = self.json("--fix", "--unsafe-fixes")
        self.assertEqual((said.status, said.findings()), (1, [("a.py", 14, "FRK105")]))
        self.assertIn('"fixed": 1', said.out)

    def test_without_fix_nothing_is_written(self):
        self.write("a.py", POOL)
        self.assertEqual(self.forklint("--unsafe-fixes").status, 1)
        self.assertEqual(self.text("a.py"), POOL)

    def test_what_runs_at_the_import_of_a_library_is_not_safe_to_change(self):
        text = "import multiprocessing\n\n\nclass Worker:\n    manager = multiprocessing.Manager()\n"
        self.write("library/__init__.py", "")
        self.write("library/worker.py", text)
        self.forklint("--fix")
        self.assertEqual(self.text("library/worker.py"), text)
        said = self.json("--fix", "--unsafe-fixes")
        self.assertEqual(said.findings(), [])
        self.assertIn('get_context("spawn").Manager()', self.text("library/worker.py"))

    def test_only_files_that_are_named_are_changed(self):
        self.write("a.py", POOL)
        self.write("b.py", POOL)
        self.fix("a.py")
        self.assertEqual((self.text("a.py"), self.text("b.py")), (FIXED, POOL))

    def test_a_finding_that_a_comment_takes_back_is_left_alone(self):
        text = POOL.replace("as pool:", "as pool:  # forklint: ignore[FRK102] -- measured")
        self.write("a.py", text)
        self.assertEqual(self.fix().status, 0)
        self.assertEqual(self.text("a.py"), text)

    def test_standard_input_goes_fixed_to_standard_output(self):
        said = self.fix("-", stdin=POOL.encode())
        self.assertEqual((said.status, said.out), (0, FIXED))
        self.assertIn("Fixed 1 finding", said.err)

    def test_the_method_may_be_forkserver(self):
        self.write("a.py", POOL)
        self.write("forklint.toml", 'start-method = "forkserver"\n')
        self.fix()
        self.assertEqual(self.text("a.py"), FIXED.replace("spawn", "forkserver"))


class Bytes(FixTest):
    """Only what is replaced is another; nothing around it."""

    def fixed(self, content: bytes) -> bytes:
        path = self.write("a.py", content)
        self.fix()
        return path.read_bytes()

    def test_newlines_of_windows(self):
        self.assertEqual(self.fixed(POOL.replace("\n", "\r\n").encode()), FIXED.replace("\n", "\r\n").encode())

    def test_an_added_line_has_the_newline_of_the_file(self):
        fixed = self.fixed(("import os\n" + EXECUTOR).replace("\n", "\r\n").encode())
        self.assertTrue(fixed.startswith(b"import multiprocessing\r\nimport os\r\n"), fixed)
        self.assertEqual(fixed.count(b"\n"), fixed.count(b"\r\n"))

    def test_a_byte_order_mark_stays_first(self):
        fixed = self.fixed(("\ufeff" + EXECUTOR).encode())
        self.assertTrue(fixed.startswith("\ufeffimport multiprocessing\n".encode()), fixed)

    def test_bytes_of_another_encoding(self):
        old = "# -*- coding: latin-1 -*-\n" + POOL + "# caf\xe9\n"
        self.assertEqual(self.fixed(old.encode("latin-1")),
                         ("# -*- coding: latin-1 -*-\n" + FIXED + "# caf\xe9\n").encode("latin-1"))

    def test_no_newline_at_the_end(self):
        self.assertEqual(self.fixed(POOL.rstrip().encode()), FIXED.rstrip().encode())


class Files(FixTest):
    def test_the_mode_is_kept(self):
        path = self.write("a.py", POOL)
        path.chmod(0o750)
        self.fix()
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o750)

    def test_a_link_stays_one_and_its_target_is_fixed(self):
        self.write("real/a.py", POOL)
        (self.root / "link.py").symlink_to("real/a.py")
        self.fix("link.py")
        self.assertTrue((self.root / "link.py").is_symlink())
        self.assertEqual(self.text("real/a.py"), FIXED)

    def test_nothing_is_written_through_a_link_out_of_the_project(self):
        outside = self.root.parent / "outside.py"
        outside.write_text(POOL)
        (self.root / "link.py").symlink_to(outside)
        said = self.fix("link.py")
        self.assertEqual(outside.read_text(), POOL)
        self.assertEqual(said.status, 2)
        self.assertIn("outside of the project", said.err)

    def test_a_file_with_two_names_keeps_both(self):
        path = self.write("a.py", POOL)
        os.link(path, self.root / "b.txt")
        said = self.fix()
        self.assertEqual(self.text("b.txt"), FIXED)
        self.assertIn("hard links", said.err)

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "root may write everything")
    def test_a_file_that_may_not_be_written_is_said_and_left(self):
        path = self.write("a.py", POOL)
        path.chmod(0o444)
        command = [FORKLINT, "--fix", "--unsafe-fixes"]
        if os.geteuid() == 0:
            for each in (self.root.parent, self.root, path):
                os.chmod(each, 0o555 if each.is_dir() else 0o444)
            command = ["setpriv", "--reuid=65534", "--clear-groups", *command]
            if subprocess.run([*command[:3], "test", "-x", FORKLINT], check=False).returncode != 0:
                self.skipTest("another user can't run the program here")
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((done.returncode, path.read_text()), (2, POOL), done)
        self.assertIn("a.py: not fixed", done.stderr)

    def test_an_interrupted_run_leaves_each_file_whole_and_no_rubbish(self):
        names = [f"m{number}.py" for number in range(150)]
        for name in names:
            self.write(name, POOL)
        run = subprocess.Popen([FORKLINT, "--fix", "--unsafe-fixes"], cwd=self.root, stdout=subprocess.DEVNULL)
        while run.poll() is None and self.text(names[0]) == POOL:
            time.sleep(0.001)
        run.send_signal(signal.SIGKILL)
        run.wait()
        self.assertEqual([name for name in names if self.text(name) not in (POOL, FIXED)], [])


class Diff(FixTest):
    def diff(self, *arguments: str):
        return self.forklint("--diff", "--unsafe-fixes", *arguments)

    def check_applies(self, *tool: str) -> None:
        said = self.diff()
        self.assertEqual(said.status, 1)
        self.assertIn("Would fix", said.err)
        expected = self.root.parent / "expected"
        shutil.copytree(self.root, expected)
        subprocess.run([FORKLINT, "--fix", "--unsafe-fixes"], cwd=expected, check=False, capture_output=True, timeout=60)
        subprocess.run(tool, cwd=self.root, input=said.out.encode(), check=True, timeout=60, capture_output=True)
        for path in expected.rglob("*.py"):
            self.assertEqual((self.root / path.relative_to(expected)).read_bytes(), path.read_bytes())

    def write_all(self) -> None:
        self.write("a.py", POOL)
        self.write("no newline.py", POOL.rstrip())
        self.write("pkg/windows.py", POOL.replace("\n", "\r\n"))
        self.write("pkg/far.py", POOL + "x = 1\n" * 20 + POOL.replace("main", "other"))

    def test_git_takes_it(self):
        self.write_all()
        shutil.rmtree(self.root / ".git")
        subprocess.run(["git", "init", "-q"], cwd=self.root, check=True, timeout=60)
        self.check_applies("git", "apply", "-")

    @unittest.skipUnless(shutil.which("patch"), "no patch here")
    def test_patch_takes_it(self):
        self.write_all()
        self.check_applies("patch", "-p1", "--binary")

    def test_nothing_is_written(self):
        self.write("a.py", POOL)
        self.diff()
        self.assertEqual(self.text("a.py"), POOL)

    def test_no_difference_leaves_with_0(self):
        self.write("a.py", FIXED)
        said = self.diff()
        self.assertEqual((said.status, said.out), (0, ""))


if __name__ == "__main__":
    main()
