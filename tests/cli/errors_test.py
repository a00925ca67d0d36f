"""Every error is one line on standard error that names what is wrong and where, with status 2."""

import unittest  # noqa: F401

from command import FORK, CommandTest, main


class Arguments(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.py")

    def test_unknown_option(self):
        self.assert_error(self.forklint("--bogus"), "--bogus", "forklint --help")

    def test_missing_path(self):
        self.assert_error(self.forklint("a.py", "missing"), "missing: no such file or folder")

    def test_unknown_rule(self):
        for option in ("--select", "--ignore", "--extend-select"):
            self.assert_error(self.forklint(".", option, "FRK7"), option[2:], "unknown rule 'FRK7'")
        self.assert_error(self.forklint(".", "--per-file-ignores", "*.py:FRK7"), "unknown rule 'FRK7'")

    def test_malformed_per_file_ignores(self):
        for value in ("a.py", ":FRK1", "a.py:"):
            self.assert_error(self.forklint(".", "--per-file-ignores", value), "PATTERN:RULES", value)

    def test_unknown_format(self):
        self.assert_error(self.forklint(".", "--output-format", "jsn"), "'jsn'", "did you mean 'json'?", "sarif")
        self.assert_error(self.forklint(".", "--output", "jsn=x"), "'jsn'", "did you mean 'json'?")

    def test_malformed_output(self):
        for value in ("json", "json=", "=x"):
            self.assert_error(self.forklint(".", "--output", value))

    def test_entry_point_that_is_none_or_not_there(self):
        self.assert_error(self.forklint(".", "--entry-points", "make all"), "'make all'", "--entry-points", "pkg.cli:main")
        self.assert_error(self.forklint(".", "--entry-points", "b.py"), "--entry-points", "'b.py' leads to no Python file")
        self.write("forklint.toml", '\nentry-points = ["torchrun b.py"]\n')
        self.assert_error(self.forklint("."), "forklint.toml:2", "'torchrun b.py' leads to no Python file")

    def test_values_out_of_their_range(self):
        for option, value in (("--platform", "bsd"), ("--color", "blue"), ("--jobs", "many"), ("--target-python", "new"),
                              ("--max-file-size", "big")):
            self.assert_error(self.forklint(".", option, value), option, value)

    def test_compilation_database_that_is_not_there(self):
        for option in ("-p", "--build-dir"):
            self.assert_error(self.forklint(".", option, "nowhere"), "nowhere/compile_commands.json", "No such file")

    def test_output_that_can_not_be_written(self):
        self.assert_error(self.forklint(".", "--output-file", "no/such/folder"), "no/such/folder", "No such file")
        self.assert_error(self.forklint(".", "--output", "json=no/such/folder"), "no/such/folder", "No such file")

    def test_standard_input_stands_alone(self):
        self.assert_error(self.forklint("-", "a.py"), "'-' stands alone")

    def test_unknown_rule_to_explain(self):
        self.assert_error(self.forklint("explain", "FRK1044"), "'FRK1044'", "did you mean 'FRK104'?")
        self.assert_error(self.forklint("explain"), "rule")

    def test_more_than_a_command_takes(self):
        self.assert_error(self.forklint("rules", "bogus"), "bogus")

    def test_escapes_in_what_is_repeated(self):
        self.assertNotIn("\x1b", self.forklint(".", "--output-format", "\x1b[31m").err)


class Settings(CommandTest):
    def error_of(self, name, text):
        self.write("a.py")
        self.write(name, text)
        said = self.forklint(".")
        (self.root / name).unlink()
        return said

    def test_unknown_key(self):
        self.assert_error(self.error_of("forklint.toml", '\nselct = ["FRK1"]\n'), "forklint.toml:2", "'selct'", "'select'")
        self.assert_error(self.error_of("pyproject.toml", '[tool.forklint]\nselct = 1\n'), "pyproject.toml:2", "'selct'")

    def test_wrong_type(self):
        for line in ('select = "FRK1"', "exit-zero = 1", "target-python = 3.11", 'platform = "bsd"', "max-file-size = -1",
                     'per-file-ignores = ["a"]', 'output-format = "xml"', 'target-python = "new"', "exclude = [1]"):
            self.assert_error(self.error_of("forklint.toml", line), "forklint.toml:1", line.split(" ")[0])

    def test_no_toml(self):
        self.assert_error(self.error_of("forklint.toml", "a = 1\nselect = [\n"), "forklint.toml:")
        self.assert_error(self.error_of("pyproject.toml", "[project\n"), "pyproject.toml:1")

    def test_own_apis_are_checked(self):
        self.assert_error(self.error_of("forklint.toml", '[[api]]\nnam = "a.b"\n'), "forklint.toml:2", "'nam'", "'name'")
        self.assert_error(self.error_of("pyproject.toml", '[[tool.forklint.api]]\nname = "a.b"\ncreates = "proces"\n'),
                          "pyproject.toml:3", "'proces'", "'process'")

    def test_settings_in_two_places(self):
        self.write("pyproject.toml", "[tool.forklint]\n")
        self.assert_error(self.error_of("forklint.toml", ""), "forklint.toml", "pyproject.toml")

    def test_no_version_specifier(self):
        said = self.error_of("pyproject.toml", '[project]\nrequires-python = "new"\n')
        self.assert_error(said, "pyproject.toml", "requires-python", "'new'")

    def test_named_settings_file_that_is_missing(self):
        self.assert_error(self.forklint(".", "--config", "missing.toml"), "missing.toml", "No such file")

    def test_isolated_reads_none(self):
        self.write("a.py", FORK)
        self.write("forklint.toml", "bogus = 1\n")
        self.assertEqual(self.forklint(".", "--isolated").status, 1)


if __name__ == "__main__":
    main()
