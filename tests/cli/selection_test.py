"""Which rules are reported, in which files, and what comments take back."""

import unittest  # noqa: F401

from command import FORK, CommandTest, main

TWO_RULES = "import multiprocessing\nimport os\nos.fork()\nmultiprocessing.Pool(2)\n"


class Rules(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.py", TWO_RULES)

    def reported(self, *arguments):
        return [rule for _, _, rule in self.json(".", *arguments).findings()]

    def test_all_by_default(self):
        self.assertEqual(self.reported(), ["FRK105", "FRK102"])

    def test_select(self):
        self.assertEqual(self.reported("--select", "FRK105"), ["FRK105"])
        self.assertEqual(self.reported("--select", "FRK1"), ["FRK105", "FRK102"])
        self.assertEqual(self.reported("--select", "ALL"), ["FRK105", "FRK102"])
        self.assertEqual(self.reported("--select", "FRK105,FRK102"), ["FRK105", "FRK102"])
        self.assertEqual(self.reported("--select", "FRK105", "--select", "FRK102"), ["FRK105", "FRK102"])

    def test_ignore(self):
        self.assertEqual(self.reported("--ignore", "FRK105"), ["FRK102"])
        self.assertEqual(self.reported("--ignore", "FRK1"), [])

    def test_the_more_specific_word_counts(self):
        self.assertEqual(self.reported("--select", "FRK105", "--ignore", "FRK1"), ["FRK105"])
        self.assertEqual(self.reported("--select", "FRK1", "--ignore", "FRK105"), ["FRK102"])

    def test_extend_select(self):
        self.assertEqual(self.reported("--select", "FRK105", "--extend-select", "FRK102"), ["FRK105", "FRK102"])

    def test_settings(self):
        self.write("forklint.toml", 'select = ["FRK102"]\n')
        self.assertEqual(self.reported(), ["FRK102"])
        self.assertEqual(self.reported("--select", "FRK105"), ["FRK105"], "the command line is stronger")
        self.assertEqual(self.reported("--isolated"), ["FRK105", "FRK102"])

    def test_pyproject_settings(self):
        self.write("pyproject.toml", '[tool.forklint]\nignore = ["FRK102"]\n')
        self.assertEqual(self.reported(), ["FRK105"])

    def test_named_settings_file(self):
        self.write("conf/lint.toml", 'ignore = ["FRK102"]\n')
        self.assertEqual(self.reported("--config", "conf/lint.toml"), ["FRK105"])

    def test_per_file_ignores(self):
        self.write("tests/test_a.py", TWO_RULES)
        said = self.json(".", "--per-file-ignores", "tests/**:FRK1")
        self.assertEqual({path for path, _, _ in said.findings()}, {"a.py"})
        self.write("forklint.toml", '[per-file-ignores]\n"tests/*" = ["FRK105"]\n')
        self.assertNotIn(("tests/test_a.py", 3, "FRK105"), self.json(".").findings())
        self.assertIn(("tests/test_a.py", 4, "FRK102"), self.json(".").findings())

    def test_target_and_platform(self):
        self.assertEqual(self.reported("--target-python", "3.14"), ["FRK105", "FRK303"])
        self.assertEqual(self.reported("--platform", "macos"), ["FRK105", "FRK303"])
        self.write("forklint.toml", 'target-python = "3.14"\n')
        self.assertEqual(self.reported(), ["FRK105", "FRK303"])


class Files(CommandTest):
    def setUp(self):
        super().setUp()
        for name in ("a.py", "sub/b.py", "sub/deep/c.py", "other.txt", "venv/lib/d.py", "node_modules/e.py"):
            self.write(name)

    def files(self, *arguments):
        return [path for path, _, _ in self.json(*arguments).findings()]

    def test_folders_are_walked(self):
        self.assertEqual(self.files(), ["a.py", "sub/b.py", "sub/deep/c.py"])

    def test_only_what_is_named_is_reported(self):
        self.assertEqual(self.files("sub"), ["sub/b.py", "sub/deep/c.py"])
        self.assertEqual(self.files("a.py", "sub/deep"), ["a.py", "sub/deep/c.py"])

    def test_nothing_is_reported_twice(self):
        self.assertEqual(self.files(".", "a.py", "./a.py", "sub", str(self.root / "a.py")), self.files())

    def test_exclude(self):
        self.assertEqual(self.files(".", "--exclude", "sub/deep,a.py"), ["node_modules/e.py", "sub/b.py", "venv/lib/d.py"])

    def test_extend_exclude(self):
        self.assertEqual(self.files(".", "--extend-exclude", "sub/"), ["a.py"])

    def test_exclude_in_settings(self):
        self.write("forklint.toml", 'extend-exclude = ["sub/deep"]\n')
        self.assertEqual(self.files(), ["a.py", "sub/b.py"])

    def test_named_files_are_taken_whatever_excludes_say(self):
        self.assertEqual(self.files("a.py", "--extend-exclude", "a.py"), ["a.py"])
        self.assertEqual(self.files("a.py", "--extend-exclude", "a.py", "--force-exclude"), [])
        self.assertEqual(self.files("other.txt"), ["other.txt"])

    def test_ignore_files(self):
        for name in (".gitignore", ".ignore", ".forklintignore"):
            self.write(name, "/sub/*\n!/sub/b.py\n")
            self.assertEqual(self.files(), ["a.py", "sub/b.py"], name)
            self.assertEqual(self.files(".", "--no-respect-ignore-files"), ["a.py", "sub/b.py", "sub/deep/c.py"], name)
            (self.root / name).unlink()

    def test_ignore_file_of_a_folder(self):
        self.write("sub/.gitignore", "*.py\n")
        self.assertEqual(self.files(), ["a.py"])


class Suppressions(CommandTest):
    def lines(self, source, *arguments):
        self.write("a.py", source)
        return [(line, rule) for _, line, rule in self.json(".", *arguments).findings()]

    def test_on_the_line(self):
        for comment in ("# forklint: ignore[FRK105]", "# forklint: ignore[FRK1] -- a reason", "# noqa: FRK105",
                        "# forklint: ignore", "# type: ignore  # forklint: ignore[FRK105]", "# NOQA: FRK105, E501"):
            self.assertEqual(self.lines(f"import os\nos.fork()  {comment}\n"), [], comment)

    def test_above_the_line(self):
        self.assertEqual(self.lines("import os\n# forklint: ignore[FRK105]\nos.fork()\n"), [])

    def test_in_the_whole_file(self):
        self.assertEqual(self.lines("import os\nos.fork()\nos.fork()\n# forklint: ignore-file[FRK105]\n"), [])

    def test_other_rules_stay(self):
        self.assertEqual(self.lines("import os\nos.fork()  # forklint: ignore[FRK102]\n"), [(2, "FRK105"), (2, "FRK901")])

    def test_in_a_string_it_is_no_comment(self):
        self.assertEqual(self.lines('import os\nos.fork(), "# forklint: ignore"\n'), [(2, "FRK105")])

    def test_unused(self):
        self.assertEqual(self.lines("import os\nx = 1  # forklint: ignore[FRK105]\n"), [(2, "FRK901")])

    def test_unused_ones_are_not_looked_for_when_the_rule_is_off(self):
        source = "import os\nx = 1  # forklint: ignore[FRK105]\n"
        self.assertEqual(self.lines(source, "--ignore", "FRK901"), [])
        self.assertEqual(self.lines(source, "--select", "FRK901,FRK102"), [], "FRK105 took no part")

    def test_counted_and_shown_on_request(self):
        self.write("a.py", "import os\nos.fork()  # forklint: ignore[FRK105] -- first thing\n")
        said = self.forklint(".")
        self.assertEqual((said.status, said.out), (0, "no findings; 1 suppressed; checked 1 file\n"))
        shown = self.forklint(".", "--show-suppressed").out
        self.assertIn("FRK105", shown)
        self.assertIn("first thing", shown)

    def test_left_out_of_sarif_by_default(self):
        self.write("a.py", "import os\nos.fork()  # forklint: ignore[FRK105]\n")
        self.assertNotIn('"suppressions"', self.forklint(".", "--output-format", "sarif").out)
        self.assertIn('"suppressions"', self.forklint(".", "--output-format", "sarif", "--show-suppressed").out)

    def test_that_is_not_understood_gives_a_notice(self):
        self.write("a.py", "import os\nos.fork()  # forklint: ignore[FRK105\n")
        said = self.json(".")
        self.assertEqual(len(said.findings()), 1)
        self.assertIn("a.py", said.notices())


if __name__ == "__main__":
    main()
