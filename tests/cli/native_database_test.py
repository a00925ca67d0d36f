"""How the build calls the compiler: where that is looked for, which forms it has, what is believed of it."""

import json
import shlex
import unittest

from command import HAS_CLANG, CommandTest

# Without the build's flags this is no call of fork.
UNIT = "int fork(void);\nint other(void);\n#ifndef CALL\n#define CALL other\n#endif\nint start(void) { return CALL(); }\n"
FOUND = [("src/unit.c", 6, "FRK401")]


@unittest.skipUnless(HAS_CLANG, "built without Clang")
class Database(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("src/unit.c", UNIT)

    def database(self, folder: str = ".", **entry) -> None:
        entry = {"directory": str(self.root), "file": "src/unit.c", **entry}
        self.write(f"{folder}/compile_commands.json", json.dumps([entry]))

    def assert_known(self, *arguments: str) -> None:
        said = self.json(*arguments)
        self.assertEqual((said.findings(), said.notices()), (FOUND, {}))

    def test_without_one_the_flags_are_guessed(self):
        self.assertEqual(self.json().findings(), [])

    def test_in_the_root_and_in_build_folders(self):
        for folder in (".", "build", "builddir", "out", "cmake-build-debug", "build/release", "_skbuild/linux"):
            with self.subTest(folder):
                self.database(folder, command="cc -DCALL=fork -c src/unit.c -o unit.o")
                self.assert_known()
                (self.root / folder / "compile_commands.json").unlink()

    def test_not_above_the_root(self):
        (self.root.parent / "compile_commands.json").write_text(
            json.dumps([{"directory": str(self.root), "file": "src/unit.c", "command": "cc -DCALL=fork -c src/unit.c"}]),
            encoding="utf-8")
        self.assertEqual(self.json().findings(), [])

    def test_a_folder_that_is_named(self):
        self.database("elsewhere/deep", command="cc -DCALL=fork -c src/unit.c")
        self.assertEqual(self.json().findings(), [])
        self.assert_known("-p", "elsewhere/deep")
        self.assert_known("--build-dir", str(self.root / "elsewhere" / "deep"))

    def test_words_instead_of_a_line(self):
        self.database(arguments=["cc", "-D", "CALL=fork", "-c", "src/unit.c"])
        self.assert_known()

    def test_launchers_before_the_compiler(self):
        for launcher in ("ccache cc", "/usr/bin/ccache /usr/bin/cc", "distcc sccache cc", "env A=1 cc", "clang --driver-mode=g++"):
            with self.subTest(launcher):
                self.database(command=f"{launcher} -DCALL=fork -c src/unit.c")
                self.assert_known()

    def test_paths_relative_to_the_folder_of_the_command(self):
        self.write("include/call.h", "#define CALL fork\n")
        self.write("src/unit.c", '#include "call.h"\n' + UNIT.replace("int other(void);\n", ""))
        self.database("build", directory=str(self.root / "build"), file="../src/unit.c", command="cc -I../include -c ../src/unit.c")
        self.assert_known()

    def test_response_files(self):
        self.write("build/flags.rsp", "-DOTHER @more.rsp\n")
        self.write("build/more.rsp", '"-DCALL=fork"\n')
        self.database("build", directory=str(self.root / "build"), file="../src/unit.c", command="cc @flags.rsp -c ../src/unit.c")
        self.assert_known()

    def test_response_files_that_go_round_or_lead_away(self):
        (self.root.parent / "away.rsp").write_text("-DCALL=fork", encoding="utf-8")
        self.write("round.rsp", "@round.rsp @../away.rsp -DX")
        self.database(command="cc @round.rsp @missing.rsp -c src/unit.c")
        said = self.json()
        self.assertEqual((said.findings(), said.notices()), ([], {}))

    def test_what_could_write_or_load_is_left_out(self):
        victim = self.root / "victim"
        flags = ["-serialize-diagnostics", victim, "-Xclang", "-serialize-diagnostic-file", "-Xclang", victim, "-MD", "-MF", victim,
                 "-o", victim, "-Xclang", "-dependency-file", "-Xclang", victim, "-Xclang", f"-stats-file={victim}",
                 f"-fplugin={victim}", "-Xclang", "-load", "-Xclang", victim, "-include", "/etc/hostname", "-save-temps",
                 f"--save-stats={victim}", f"-ftime-trace={victim}", f"-fprofile-use={victim}", "-emit-llvm", "-S"]
        self.database(arguments=["cc", *map(str, flags), "-DCALL=fork", "-c", "src/unit.c"])
        before = sorted(self.root.rglob("*"))
        self.assert_known()
        self.assertEqual(sorted(self.root.rglob("*")), before)

    def test_one_that_is_broken_is_said_and_done_without(self):
        for broken in ("", "{", "{}", "[1]", "[[]]", '[{"file": 1}]', '[{"directory": "/x", "file": "a.c"}]', "[" * 200_000):
            with self.subTest(broken[:30]):
                self.write("compile_commands.json", broken)
                said = self.json()
                self.assertEqual((said.status, said.findings()), (0, []))
                self.assertIn("no compilation database", said.notices()["compile_commands.json"])
                self.assert_error(self.forklint("-p", "."), "no compilation database")

    def test_one_that_was_named_must_be_there(self):
        self.assert_error(self.forklint("-p", "nowhere"), "nowhere/compile_commands.json")

    def test_flags_that_clang_does_not_know(self):
        self.database(command=f"cc -fno-var-tracking-assignments -mno-such-thing -Winvalid-pch -fpch-preprocess {shlex.quote('-DCALL=fork')}"
                              " -std=gnu17 -O3 -flto=auto -c src/unit.c")
        self.assert_known()


if __name__ == "__main__":
    unittest.main()
