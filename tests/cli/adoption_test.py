"""An old code base begins with forklint: a baseline, comments for what is there, only what a change brings."""

import json
import os
import subprocess

from command import CommandTest, main

POOL = "import multiprocessing\n\n\ndef work():\n    return multiprocessing.Pool(2)\n"


class BaselineTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.py", POOL)
        self.assertEqual(self.forklint("--write-baseline", "known.json").status, 0)

    def test_known_findings_do_not_fail_the_run(self):
        said = self.forklint("--baseline", "known.json")
        self.assertEqual(said.status, 0, said)
        self.assertIn("in the baseline", said.out)

    def test_known_findings_are_known_where_they_moved_to(self):
        moved = POOL.replace("\n\n\n", "\nimport sys\n\n\n").replace("multiprocessing.Pool(2)", "multiprocessing.Pool( 2 )")
        self.write("a.py", "# A comment.\n" + moved)
        self.assertEqual(self.forklint("--baseline", "known.json").status, 0)

    def test_a_second_equal_one_is_new(self):
        self.write("a.py", POOL + "\n\ndef more():\n    return multiprocessing.Pool(2)\n")
        said = self.json("--baseline", "known.json", "--select", "FRK102")
        self.assertEqual((said.status, said.findings()), (1, [("a.py", 9, "FRK102")]))

    def test_sarif_says_of_each_result_whether_it_is_new(self):
        self.write("b.py", POOL)
        said = self.forklint("--baseline", "known.json", "--select", "FRK102", "--output-format", "sarif")
        results = json.loads(said.out)["runs"][0]["results"]
        self.assertEqual([each["baselineState"] for each in results], ["unchanged", "new"])

    def test_a_new_baseline_keeps_what_the_old_one_names(self):
        self.write("b.py", POOL)
        said = self.forklint("--baseline", "known.json", "--write-baseline", "all.json", "--output-format", "sarif")
        self.assertIn("2 findings in the baseline all.json", said.err)
        results = json.loads(said.out)["runs"][0]["results"]
        self.assertEqual([each["baselineState"] for each in results], ["unchanged", "unchanged"])
        self.assertEqual(self.forklint("--baseline", "all.json").status, 0)

    def test_what_is_no_baseline_is_an_error(self):
        self.write("known.json", "{}")
        self.assert_error(self.forklint("--baseline", "known.json"), "baseline 'known.json' is no baseline")
        self.assert_error(self.forklint("--baseline", "nowhere.json"), "nowhere.json")


class FixingTest(CommandTest):
    def test_what_writes_or_leaves_out_does_not_go_with_fixes(self):
        self.write("a.py", POOL)
        for fixing in ("--fix", "--diff"):
            for adoption in (["--diff-base", "HEAD"], ["--write-baseline", "known.json"], ["--add-suppressions"]):
                self.assert_error(self.forklint(fixing, *adoption), "--fix and --diff take all findings")
        self.assertEqual((self.root / "a.py").read_text(), POOL)
        self.assertFalse((self.root / "known.json").exists())


class SuppressionsTest(CommandTest):
    def suppress(self, text: str) -> str:
        path = self.write("a.py", text)
        said = self.forklint("--select", "FRK1", "--add-suppressions")
        self.assertEqual(said.status, 0, said)
        self.assertEqual(self.forklint("--select", "FRK1,FRK9").status, 0, path.read_text())
        return path.read_bytes().decode()

    def test_a_comment_ends_the_line(self):
        self.assertEqual(self.suppress("import os\nos.fork()\n"),
                         "import os\nos.fork()  # forklint: ignore[FRK105]\n")

    def test_a_comment_that_is_there_is_extended(self):
        before = "import os, multiprocessing\n\n\ndef run(work):\n    %s  # forklint: ignore[FRK105] -- daemon\n"
        both = "os.fork(), multiprocessing.Pool(2)"
        self.assertEqual(self.suppress(before % both).splitlines()[4].count("#"), 1)

    def test_other_comments_stay(self):
        self.assertIn("os.fork()  # type: ignore  # forklint: ignore[FRK105]",
                      self.suppress("import os\nos.fork()  # type: ignore\n"))

    def test_no_comment_gets_into_a_string(self):
        self.suppress('import os\nos.fork(); text = """\nmore\n"""\n')

    def test_no_comment_follows_a_backslash(self):
        self.suppress("import os\npid = os.fork() \\\n    or 1\n")

    def test_newlines_and_encoding_stay(self):
        self.write("a.py", b"# coding: latin-1\r\nimport os\r\nos.fork() # \xe9\r\n")
        self.assertEqual(self.forklint("--select", "FRK1", "--add-suppressions").status, 0)
        self.assertEqual((self.root / "a.py").read_bytes(),
                         b"# coding: latin-1\r\nimport os\r\nos.fork() # \xe9  # forklint: ignore[FRK105]\r\n")


class StatisticsTest(CommandTest):
    def test_rules_are_counted(self):
        self.write("a.py", "import os\nos.fork()\nos.fork()\n")
        said = self.forklint("--select", "FRK105", "--statistics")
        self.assertEqual((said.status, said.out), (1, "2  FRK105  fork-only-api\n"))


class DiffBaseTest(CommandTest):
    def setUp(self):
        super().setUp()
        (self.root / ".git").rmdir()
        self.write("a.py", "import os\n\nos.fork()\n")
        self.write("sub/b.py", "import os\n\nos.fork()\n")
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "begin")

    def git(self, *arguments: str) -> None:
        # Neither the settings nor the hook's repository of whoever runs the tests.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], cwd=self.root,
                       env=environment, check=True, timeout=60)

    def changed(self, *arguments: str, **options):
        said = self.json("--select", "FRK105", "--diff-base", "HEAD", *arguments, **options)
        self.assertLess(said.status, 2, said)
        return said.findings()

    def test_only_changed_lines_count(self):
        self.assertEqual(self.changed(), [])
        self.write("a.py", "import os\n\nos.fork()\nos.fork()\n")
        self.assertEqual(self.changed(), [("a.py", 4, "FRK105")])

    def test_a_file_that_git_does_not_know_counts(self):
        self.write("sub/new name.py")
        self.assertEqual(self.changed(), [("sub/new name.py", 2, "FRK105")])

    def test_the_root_may_lie_below_the_top(self):
        self.write("sub/forklint.toml", "")
        self.write("sub/b.py", "import os\n\nos.fork()\nos.fork()\n")
        self.assertEqual(self.changed(folder="sub"), [("b.py", 4, "FRK105")])

    def test_no_program_of_the_repository_is_run(self):
        mark = self.root / "ran"
        program = f"touch {mark} #"
        self.write(".gitattributes", "*.py filter=evil diff=evil\n")
        for key in ("core.fsmonitor", "diff.external", "filter.evil.clean", "filter.evil.process", "diff.evil.textconv",
                    "diff.evil.command"):
            self.git("config", key, program)
        self.git("config", "filter.evil.required", "true")
        self.write("a.py", "import os\n\nos.fork()\nos.fork()\n")
        self.assertEqual(self.changed(), [("a.py", 4, "FRK105")])
        self.assertFalse(mark.exists())

    def test_a_revision_that_is_none_is_an_error(self):
        for revision in ("nowhere", "--output=ran", ""):
            said = self.forklint(f"--diff-base={revision}")
            if revision:
                self.assert_error(said, f"there is no revision '{revision}'")
        self.assertFalse((self.root / "ran").exists())


if __name__ == "__main__":
    main()
