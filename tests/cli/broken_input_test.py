"""Broken input has a stated outcome, and never ends the run: the file beside it is always analysed."""

import os
import shutil
import threading
import time

import command
from command import FORK, FORKLINT, CommandTest, main

GOOD = ("good.py", 2, "FRK105")


class BesideGoodFile(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("good.py")

    def outcome(self, name="odd.py", arguments=("--isolated",)):
        """(lines with a finding in the file, notice about it); the good file has its finding whatever happens."""
        said = self.json(".", *arguments)
        self.assertEqual(said.status, 1, said)
        self.assertIn(GOOD, said.findings())
        return [line for path, line, _ in said.findings() if path == name], said.notices().get(name)

    def outcome_of(self, content):
        self.write("odd.py", content)
        return self.outcome()


class BrokenInput(BesideGoodFile):
    """What is in the file."""

    def test_empty(self):
        self.assertEqual(self.outcome_of(b""), ([], None))

    def test_byte_order_mark(self):
        self.assertEqual(self.outcome_of(b"\xef\xbb\xbf" + FORK.encode()), ([2], None))

    def test_crlf(self):
        self.assertEqual(self.outcome_of(b"import os\r\nos.fork()\r\n"), ([2], None))

    def test_lone_cr_ends_a_line(self):
        self.assertEqual(self.outcome_of(b"import os\ros.fork()\r"), ([2], None))

    def test_mixed_newlines(self):
        self.assertEqual(self.outcome_of(b"import os\r\n\ros.fork()\nos.fork()"), ([3, 4], None))

    def test_form_feed(self):
        self.assertEqual(self.outcome_of(b"import os\n\x0c\nos.fork()\n"), ([3], None))

    def test_declared_encoding(self):
        for name in ("latin-1", "cp1252", "iso-8859-15"):
            source = f"# -*- coding: {name} -*-\nimport os\nx = 'é'; os.fork()\n"
            self.assertEqual(self.outcome_of(source.encode(name)), ([3], None), name)

    def test_encoding_whose_bytes_look_like_code(self):
        lines, notice = self.outcome_of('# coding: shift_jis\nimport os\nx = "ソ"; y = 1\nos.fork()\n'.encode("shift_jis"))
        self.assertTrue(lines == [4] or notice, (lines, notice))

    def test_declared_utf_8_that_is_none(self):
        lines, notice = self.outcome_of(b"# coding: utf-8\nimport os\nx = '\xff'; os.fork()\n")
        self.assertEqual(lines, [3])
        self.assertIn("not valid UTF-8", notice)

    def test_not_utf_8(self):
        lines, notice = self.outcome_of(b"import os\nx = '\xe9\xff'; os.fork()\n")
        self.assertEqual(lines, [2])
        self.assertIn("not valid UTF-8 and no other encoding declared", notice)

    def test_nul(self):
        lines, notice = self.outcome_of(b"import os\n\0os.fork()\n")
        self.assertEqual(lines, [])
        self.assertIn("NUL byte", notice)

    def test_utf_16_from_standard_input(self):
        for encoding, name in (("utf-16", "UTF-16"), ("utf-32", "UTF-32")):
            said = self.json("-", stdin=FORK.encode(encoding))
            self.assertEqual(said.findings(), [])
            self.assertIn(name, " ".join(said.notices().values()))

    def test_python_2(self):
        lines, notice = self.outcome_of(b"import os\nprint 'forking'\nos.fork()\n")
        self.assertEqual(lines, [3])
        self.assertIn("Python 2", notice)

    def test_syntax_error(self):
        lines, notice = self.outcome_of(b"import os\ndef broken(:\n    pass\n\n\ndef whole():\n    os.fork()\n")
        self.assertEqual(lines, [7])
        self.assertIn("syntax error", notice)

    def test_merge_conflict(self):
        source = "import os\n<<<<<<< ours\nos.fork()\n=======\nos.forkpty()\n>>>>>>> theirs\n\n\nos.fork()\n"
        lines, notice = self.outcome_of(source)
        self.assertIn(9, lines)
        self.assertIn("syntax error", notice)

    def test_unclosed_string(self):
        lines, notice = self.outcome_of('import os\nos.fork()\nx = """\nos.fork()\n')
        self.assertNotIn(4, lines)
        self.assertTrue(notice)

    def test_random_bytes(self):
        state = 1
        noise = bytearray(b"import os\nos.fork()\n")
        for _ in range(5000):
            state = state * 1103515245 + 12345 & 0x7FFFFFFF
            noise.append(state >> 16 & 0xFF)
        self.outcome_of(bytes(noise))

    def test_many_brackets(self):
        lines, notice = self.outcome_of("import os\nx = " + "(" * 300 + ")" * 300 + "\nos.fork()\n")
        self.assertEqual(lines, [])
        self.assertIn("brackets nested more than 200 deep", notice)

    def test_as_many_brackets_as_python_takes(self):
        self.assertEqual(self.outcome_of("import os\nx = " + "(" * 199 + "1" + ")" * 199 + "\nos.fork()\n"), ([3], None))

    def test_deep_indentation(self):
        source = "import os\n" + "".join(" " * n + "if x:\n" for n in range(150)) + " " * 150 + "os.fork()\n"
        lines, notice = self.outcome_of(source)
        self.assertEqual(lines, [])
        self.assertIn("levels of indentation", notice)

    def test_long_chains(self):
        """Nothing recurses over what people generate."""
        for source in ("x = " + " + ".join(["1"] * 5000), "x" + ".y" * 5000, "x" + "()" * 5000, "x = " + "-" * 3000 + "1",
                       "if a: pass\n" + "elif a: pass\n" * 3000, "x = " + "lambda: " * 150 + "1"):
            lines, notice = self.outcome_of("import os\n" + source + "\nos.fork()\n")
            self.assertTrue(lines or notice, source[:40])

    def test_huge_file(self):
        lines, notice = self.outcome_of("import os; os.fork(); " + "x = 1; " * 400_000 + "\n")
        self.assertEqual(lines, [])
        self.assertIn("more than the limit of 2000000", notice)

    def test_huge_line_within_the_limit(self):
        self.write("odd.py", "import os; " + "x = 1; " * 100_000 + "os.fork()\n")
        said = self.forklint(".", "--isolated")
        self.assertEqual(said.status, 1)
        self.assertLess(len(said.out), 10_000, "a line of megabytes is not shown whole")

    def test_size_limit_is_a_setting(self):
        self.write("odd.py", FORK + "#" * 2000)
        self.assertEqual(self.outcome()[0], [2])
        lines, notice = self.outcome(arguments=("--isolated", "--max-file-size", "1000"))
        self.assertEqual(lines, [])
        self.assertIn("more than the limit of 1000", notice)


class OddFiles(BesideGoodFile):
    """What the file is."""

    def test_unreadable_file(self):
        path = self.write("odd.py")
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("this user reads everything: see test_unreadable_file_for_root")
        lines, notice = self.outcome()
        self.assertEqual(lines, [])
        self.assertIn("Permission denied", notice)

    def test_unreadable_file_for_root(self):
        setpriv = shutil.which("setpriv")
        if os.geteuid() != 0 or setpriv is None:
            self.skipTest("needs root and setpriv to become another user")
        self.write("odd.py").chmod(0)
        binary = self.root.parent / "forklint"
        shutil.copy(FORKLINT, binary)
        for path in (self.root.parent, self.root):
            path.chmod(0o755)
        said = self.forklint_as_nobody(setpriv, binary)
        self.assertIn(GOOD, said.findings())
        self.assertIn("Permission denied", said.notices()["odd.py"])

    def forklint_as_nobody(self, setpriv, binary):
        whole, command.FORKLINT = command.FORKLINT, setpriv
        try:
            return self.json("--reuid=65534", "--regid=65534", "--clear-groups", str(binary), ".")
        finally:
            command.FORKLINT = whole

    def test_unreadable_folder_named_as_argument(self):
        folder = self.root / "locked"
        folder.mkdir()
        folder.chmod(0)
        self.addCleanup(folder.chmod, 0o755)
        if os.access(folder, os.R_OK):
            self.skipTest("this user reads everything")
        self.assertIn("Permission denied", " ".join(self.json(".", "locked").notices().values()))

    def test_fifo(self):
        os.mkfifo(self.root / "odd.py")
        lines, notice = self.outcome()
        self.assertEqual(lines, [])
        self.assertIn("not a regular file", notice)

    def test_fifo_as_argument(self):
        os.mkfifo(self.root / "odd.py")
        self.assert_error(self.forklint("odd.py"), "odd.py", "neither a file nor a folder")

    def test_folder_named_like_a_file(self):
        self.write("odd.py/inner.py")
        self.assertEqual(self.outcome("odd.py/inner.py"), ([2], None))

    def test_links_in_cycles(self):
        (self.root / "loop").symlink_to(".")
        (self.root / "a").symlink_to("b")
        (self.root / "b").symlink_to("a")
        (self.root / "odd.py").symlink_to("odd.py")
        started = time.monotonic()
        self.outcome()
        self.assertLess(time.monotonic() - started, 10)

    def test_link_to_a_file_is_the_same_file(self):
        (self.root / "odd.py").symlink_to("good.py")
        said = self.json(".")
        self.assertEqual(len(said.findings()), 1)

    def test_dangling_link(self):
        (self.root / "odd.py").symlink_to("nowhere.py")
        lines, notice = self.outcome()
        self.assertEqual(lines, [])
        self.assertIn("leads nowhere", notice)

    def test_vanished_file(self):
        self.assert_error(self.forklint("gone.py"), "gone.py: no such file or folder")

    def test_file_that_vanishes_while_it_is_read(self):
        """Files come and go beside a run; it still ends with an answer."""
        done = threading.Event()

        def come_and_go():
            while not done.is_set():
                for n in range(40):
                    (self.root / f"flicker{n}.py").write_text(FORK)
                for n in range(40):
                    (self.root / f"flicker{n}.py").unlink()

        writer = threading.Thread(target=come_and_go)
        writer.start()
        try:
            for _ in range(15):
                self.assertIn(GOOD, self.json(".").findings())
        finally:
            done.set()
            writer.join()

    def test_newline_in_a_name(self):
        self.write("new\nline.py")
        said = self.forklint(".", "--output-format", "concise")
        self.assertEqual(len(said.out.splitlines()), 3, said.out)
        self.assertIn(("new\nline.py", 2, "FRK105"), self.json(".").findings())

    def test_terminal_escapes_in_a_name_and_in_code(self):
        self.write("esc\x1b[31m.py", "import os\nx = '\x1b[2J'; os.fork()\n")
        for arguments in ((".",), (".", "--output-format", "concise"), (".", "--output-format", "sarif")):
            said = self.forklint(*arguments)
            self.assertNotIn("\x1b", said.out + said.err)
        self.assertNotIn("\x1b", self.forklint("esc\x1b[31m.missing").err)

    def test_name_that_is_no_utf_8(self):
        name = os.fsencode(str(self.root)) + b"/bad\xff.py"
        with open(name, "wb") as file:
            file.write(FORK.encode())
        for output in ("full", "concise", "json", "sarif"):
            said = self.forklint(".", "--output-format", output)
            self.assertEqual(said.status, 1, said)

    def test_names_with_spaces_and_percent_signs(self):
        self.write("a b%20c#d.py")
        self.assertIn(("a b%20c#d.py", 2, "FRK105"), self.json(".").findings())
        self.assertIn("a%20b%2520c%23d.py", self.forklint(".", "--output-format", "sarif").out)


if __name__ == "__main__":
    main()
