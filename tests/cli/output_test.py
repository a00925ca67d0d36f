"""What goes where: findings to standard output or files, notices to standard error, colours to terminals, status."""

import json
import os
import pty
import subprocess
import unittest  # noqa: F401

from command import FORK, FORKLINT, SPAWN, CommandTest, main

RED_OR_BOLD = "\x1b["


class Status(CommandTest):
    def test_nothing_to_report(self):
        self.write("a.py", SPAWN)
        said = self.forklint()
        self.assertEqual((said.status, said.err), (0, ""))
        self.assertEqual(said.out, "no forks found; checked 1 file\n")

    def test_findings(self):
        self.write("a.py")
        self.assertEqual(self.forklint().status, 1)

    def test_exit_zero(self):
        self.write("a.py")
        said = self.forklint("--exit-zero")
        self.assertEqual(said.status, 0)
        self.assertIn("FRK105", said.out)

    def test_exit_zero_hides_no_error(self):
        self.assertEqual(self.forklint("missing", "--exit-zero").status, 2)

    def test_check_is_the_default_command(self):
        self.write("a.py")
        self.assertEqual(self.forklint("check", ".").out, self.forklint(".").out)

    def test_no_files(self):
        self.assertEqual(self.forklint().status, 0)

    def test_help_and_version(self):
        for option in ("--help", "--version"):
            said = self.forklint(option)
            self.assertEqual((said.status, said.err), (0, ""))
            self.assertIn("forklint", said.out)


class Streams(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.py")
        self.write("broken.py", "import os\ndef f(:\n    pass\nos.fork()\n")

    def test_notices_go_to_standard_error(self):
        said = self.forklint(".")
        self.assertIn("warning: broken.py:2: syntax error", said.err)
        self.assertNotIn("syntax error", said.out)

    def test_quiet(self):
        said = self.forklint(".", "-q", "--output-format", "concise")
        self.assertEqual(said.err, "")
        self.assertEqual([line.split(":")[0] for line in said.out.splitlines()], ["a.py", "broken.py"])

    def test_json_and_sarif_stand_alone_on_standard_output(self):
        for output in ("json", "sarif"):
            json.loads(self.forklint(".", "--output-format", output).out)

    def test_output_file(self):
        said = self.forklint(".", "--output-format", "json", "--output-file", "report.json")
        self.assertEqual((said.status, said.out), (1, ""))
        self.assertEqual(len(json.loads((self.root / "report.json").read_text())["findings"]), 2)

    def test_several_outputs(self):
        said = self.forklint(".", "--output", "sarif=a.sarif", "--output=json=a.json", "--output-format", "concise")
        self.assertIn("a.py:2:1: FRK105", said.out)
        self.assertEqual(json.loads((self.root / "a.sarif").read_text())["version"], "2.1.0")
        self.assertEqual(len(json.loads((self.root / "a.json").read_text())["findings"]), 2)

    def test_a_category_is_said_on_request_only(self):
        for given, said in (((), None), (("--sarif-category", "nightly"), {"id": "nightly/"})):
            log = json.loads(self.forklint(".", "--output-format", "sarif", *given).out)
            self.assertEqual(log["runs"][0].get("automationDetails"), said)

    def test_any_number_of_jobs_says_the_same(self):
        said = {self.forklint(".", "--output-format", "json", "--jobs", jobs).out for jobs in ("0", "1", "2", "64")}
        self.assertEqual(len(said), 1)

    def test_list_options_leave_the_paths_alone(self):
        for option, value in (("--output", "json=a.json"), ("--select", "FRK1"), ("--ignore", "FRK9"),
                              ("--extend-select", "FRK1"), ("--exclude", "x"), ("--extend-exclude", "x"),
                              ("--per-file-ignores", "x:FRK1")):
            said = self.forklint(option, value, "a.py", "--output-format", "concise")
            self.assertIn("1 finding", said.out, f"{option}: {said}")

    def test_closed_standard_output_is_an_error(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([FORKLINT, "."], cwd=self.root, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("standard output", done.stderr)

    def test_full_shows_the_code_with_carets(self):
        lines = self.forklint("a.py").out.splitlines()
        self.assertIn("warning[FRK105]: 'os.fork' forks this process, whatever start method is set.", lines)
        self.assertIn(" --> a.py:2:1", lines)
        self.assertIn("2 | os.fork()", lines)
        self.assertTrue(any(line.strip(" |") == "^" * len("os.fork()") for line in lines), lines)


class Paths(CommandTest):
    """As seen from the working directory, whatever the project's root is: a click finds the file."""

    def setUp(self):
        super().setUp()
        self.write("pyproject.toml", "[tool.forklint]\n")
        self.write("sub/a.py")
        self.write("sub/broken.py", "import os\ndef f(:\n    pass\nos.fork()\n")

    def places(self, *arguments, folder):
        lines = self.forklint(*arguments, "--output-format", "concise", "-q", folder=folder).out.splitlines()
        return [line.split(":")[0] for line in lines]

    def test_from_the_root(self):
        self.assertEqual(self.places(folder="."), ["sub/a.py", "sub/broken.py"])

    def test_from_a_folder_of_the_project(self):
        self.assertEqual(self.places(folder="sub"), ["a.py", "broken.py"])
        said = self.forklint("a.py", folder="sub")
        self.assertIn(" --> a.py:2:1", said.out.splitlines())
        self.assertIn("warning: broken.py:2: syntax error", self.forklint(folder="sub").err)
        self.assertEqual(self.json(folder="sub").findings()[0][0], "a.py")

    def test_from_outside(self):
        self.assertEqual(self.places("project/sub/a.py", folder=".."), ["project/sub/a.py"])

    def test_outside_of_the_working_directory(self):
        (self.root / "other").mkdir()
        self.assertEqual(self.places("../sub", folder="other"), [f"{self.root}/sub/a.py", f"{self.root}/sub/broken.py"])

    def test_sarif_begins_at_the_root(self):
        log = json.loads(self.forklint("--output-format", "sarif", folder="sub").out)
        uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in log["runs"][0]["results"]}
        self.assertEqual(uris, {"sub/a.py", "sub/broken.py"})

    def test_settings_begin_at_the_root(self):
        self.assertEqual(self.places("--per-file-ignores", "sub/a.py:FRK1", folder="sub"), ["broken.py"])
        self.assertEqual(self.places("--extend-exclude", "sub/a.py", folder="sub"), ["broken.py"])


class Colours(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.py")

    def on_terminal(self, *arguments, **environment):
        ours, theirs = pty.openpty()
        base = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        process = subprocess.Popen([FORKLINT, ".", *arguments], cwd=self.root, stdout=theirs, stderr=subprocess.DEVNULL,
                                   env={**base, "TERM": "xterm", **environment})
        os.close(theirs)
        text = b""
        try:
            while True:
                piece = os.read(ours, 65536)
                if not piece:
                    break
                text += piece
        except OSError:
            # The other end is closed.
            pass
        process.wait()
        os.close(ours)
        return text.decode("utf-8")

    def test_only_on_a_terminal(self):
        self.assertIn(RED_OR_BOLD, self.on_terminal())
        self.assertNotIn(RED_OR_BOLD, self.forklint(".").out)

    def test_the_user_decides(self):
        self.assertIn(RED_OR_BOLD, self.forklint(".", "--color", "always").out)
        self.assertNotIn(RED_OR_BOLD, self.on_terminal("--color", "never"))

    def test_environment(self):
        self.assertNotIn(RED_OR_BOLD, self.on_terminal(NO_COLOR="1"))
        self.assertNotIn(RED_OR_BOLD, self.on_terminal(TERM="dumb"))
        self.assertIn(RED_OR_BOLD, self.forklint(".", env={"FORCE_COLOR": "1"}).out)

    def test_json_is_never_coloured(self):
        self.assertNotIn(RED_OR_BOLD, self.on_terminal("--output-format", "json", "--color", "always"))

    def test_files_are_never_coloured(self):
        self.on_terminal("--output", "concise=a.txt")
        self.assertNotIn(RED_OR_BOLD, (self.root / "a.txt").read_text())


class StandardInput(CommandTest):
    def test_findings(self):
        said = self.json("-", stdin=FORK.encode())
        self.assertEqual((said.status, said.findings()), (1, [("<stdin>", 2, "FRK105")]))
        self.assertEqual(said.notices(), {})

    def test_named(self):
        said = self.json("-", "--stdin-filename", "package/new.py", stdin=FORK.encode())
        self.assertEqual(said.findings(), [("package/new.py", 2, "FRK105")])
        self.assertEqual((said.notices(), said.err), ({}, ""))

    def test_named_from_a_folder_of_the_project(self):
        self.write("forklint.toml", 'per-file-ignores = { "sub/ignored.py" = ["FRK105"] }')
        self.write("sub/a.py", SPAWN)
        said = self.json("-", "--stdin-filename", "a.py", stdin=FORK.encode(), folder="sub")
        self.assertEqual(said.findings(), [("a.py", 2, "FRK105")])
        self.assertEqual(self.json("-", "--stdin-filename", "ignored.py", stdin=FORK.encode(), folder="sub").findings(), [])

    def test_brings_the_settings_of_the_file_that_it_is_named_after(self):
        self.write("forklint.toml", 'ignore = ["FRK105"]')
        said = self.json("-", "--stdin-filename", "project/a.py", stdin=FORK.encode(), folder="..")
        self.assertEqual(said.findings(), [])

    def test_takes_the_place_of_the_file_on_disk(self):
        self.write("a.py", SPAWN)
        said = self.json("-", "--stdin-filename", "a.py", stdin=FORK.encode())
        self.assertEqual(said.findings(), [("a.py", 2, "FRK105")])

    def test_empty(self):
        said = self.json("-")
        self.assertEqual((said.status, said.notices()), (0, {}))

    def test_per_file_ignores_hold_for_its_name(self):
        said = self.json("-", "--stdin-filename", "a.py", "--per-file-ignores", "a.py:FRK105", stdin=FORK.encode())
        self.assertEqual(said.findings(), [])


class About(CommandTest):
    def test_rules(self):
        listed = json.loads(self.forklint("rules", "--json").out)
        lines = self.forklint("rules").out.splitlines()
        self.assertEqual([rule["id"] for rule in listed], [line.split()[0] for line in lines])
        self.assertEqual([rule["id"] for rule in listed], sorted(rule["id"] for rule in listed))

    def test_explain_by_id_and_by_name(self):
        for rule in json.loads(self.forklint("rules", "--json").out):
            page = self.forklint("explain", rule["id"])
            self.assertEqual(page.status, 0)
            self.assertTrue(page.out.startswith(f"# {rule['id']} {rule['name']}\n"), page.out[:80])
            self.assertEqual(page.out, self.forklint("explain", rule["name"]).out)
            self.assertEqual(page.out, self.forklint("explain", rule["id"].lower()).out)


if __name__ == "__main__":
    main()
