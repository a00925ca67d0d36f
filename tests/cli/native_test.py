"""C and C++: broken units cost themselves alone, and what is not read is said."""

import json
import subprocess
import unittest

from command import FORKLINT, HAS_CLANG, PATIENCE, CommandTest, Said

DECLARATIONS = "int fork(void);\n"
FORKS = DECLARATIONS + "int start(void) { return fork(); }\n"


@unittest.skipUnless(HAS_CLANG, "built without Clang")
class Native(CommandTest):
    def test_a_unit_beside_python(self):
        self.write("a.py")
        self.write("ext/b.c", FORKS)
        said = self.json()
        self.assertEqual(said.findings(), [("a.py", 2, "FRK105"), ("ext/b.c", 2, "FRK401")])
        self.assertEqual(said.notices(), {})

    def test_one_file_by_name(self):
        self.write("b.c", FORKS)
        self.write("c.c", FORKS.replace("start", "other"))
        self.assertEqual(self.json("b.c").findings(), [("b.c", 2, "FRK401")])

    def test_it_can_be_left_out(self):
        self.write("b.c", FORKS)
        self.assertEqual(self.json("--no-native").findings(), [])

    def test_a_unit_that_names_no_fork_is_not_read(self):
        self.write("b.c", "this is no C at all\n")
        said = self.json()
        self.assertEqual((said.findings(), said.notices()), ([], {}))

    def test_code_that_is_broken_is_read_as_far_as_it_goes(self):
        self.write("b.c", DECLARATIONS + "unknown x;\nint broken(void) { return missing; }\nint start(void) { return fork(); }\n")
        said = self.json()
        self.assertEqual(said.findings(), [("b.c", 4, "FRK401")])
        self.assertIn("read in part: Clang found", said.notices()["b.c"])

    def test_python_headers_that_are_missing_have_a_stand_in(self):
        # No interpreter has this one, so the stand-in is all there is.
        self.write("b.c", "#include <Python.h>\n#include <no_such_header.h>\n" + FORKS)
        said = self.json()
        self.assertEqual(said.findings(), [("b.c", 4, "FRK401")])
        self.assertIn("'no_such_header.h'", said.notices()["b.c"])

    def test_a_deep_unit_is_read(self):
        chain = "".join(f"  else if (x == {number}) y = {number};\n" for number in range(20_000))
        self.write("deep.c", DECLARATIONS + "int f(int x) { int y = 0; if (x < 0) y = fork();\n" + chain + "return y; }\n")
        self.write("minus.c", DECLARATIONS + "int g(int x) { fork(); return " + "- " * 50_000 + "x; }\n")
        said = self.json()
        self.assertEqual(said.findings(), [("deep.c", 2, "FRK401"), ("minus.c", 2, "FRK401")])
        self.assertEqual(said.notices(), {})

    def test_fixes_of_c_and_of_python_go_together(self):
        python = self.write("a.py", "import os\nimport subprocess\nsubprocess.run(['true'], preexec_fn=os.setsid)\n")
        # Any bytes: in this comment is no UTF-8.
        child = b"// caf\xe9\r\n#include <stdlib.h>\r\n#include <unistd.h>\r\nint start(const char *to) {\r\n  pid_t pid = fork();\r\n"
        end = b"  if (pid == 0) { if (chdir(to) != 0) %s(1); _exit(0); }\r\n  return pid;\r\n}\r\n"
        source = self.write("b.c", child + end % b"exit")
        said = self.json("--fix", "--unsafe-fixes")
        self.assertEqual((said.findings(), said.notices()), ([("b.c", 5, "FRK401")], {}))
        self.assertEqual(source.read_bytes(), child + end % b"_exit")
        self.assertIn("start_new_session=True", python.read_text(encoding="utf-8"))

    def test_a_fix_of_c_that_would_break_it_is_taken_back(self):
        # Clang reads it again before anything is written.
        text = ("#include <unistd.h>\n#define posix_spawn(a, b, c, d, e, f) broken\nint start(char **words) {\n"
                "  pid_t pid = fork();\n  if (pid == 0) {\n    execv(words[0], words);\n    _exit(1);\n  }\n  return pid;\n}\n")
        source = self.write("b.c", text)
        said = self.json("--fix", "--unsafe-fixes")
        self.assertEqual(said.findings(), [("b.c", 4, "FRK401")])
        self.assertIn("left as it was", said.notices()["b.c"])
        self.assertEqual(source.read_text(encoding="utf-8"), text)

    def test_a_unit_that_eats_memory_costs_itself_alone(self):
        bomb = "#define A0 1+1+1+1\n" + "".join(f"#define A{n + 1} A{n} + A{n}\n" for n in range(30))
        self.write("bomb.c", DECLARATIONS + bomb + "long f(void) { return fork() + A30; }\n")
        self.write("b.c", FORKS)
        # Up to the limit for time, and that on a machine that has more to do.
        done = subprocess.run([FORKLINT, "--output-format", "json", "--output", "sarif=log"], cwd=self.root,
                              capture_output=True, timeout=4 * PATIENCE, check=False)
        said = Said(done.returncode, done.stdout.decode("utf-8"), "")
        self.assertEqual((said.status, said.findings()), (1, [("b.c", 2, "FRK401")]))
        self.assertRegex(said.notices()["bomb.c"], "not analysed: (reading it|Clang crashed)")
        self.assertFalse(json.loads(said.out)["summary"]["complete"])
        log = json.loads((self.root / "log").read_text(encoding="utf-8"))
        self.assertFalse(log["runs"][0]["invocations"][0]["executionSuccessful"])


@unittest.skipIf(HAS_CLANG, "built with Clang")
class WithoutClang(CommandTest):
    def test_it_says_so_once(self):
        for name in ("b.c", "c.c"):
            self.write(name, FORKS)
        self.write("a.py")
        said = self.json()
        self.assertEqual(said.findings(), [("a.py", 2, "FRK105")])
        (notice,) = json.loads(said.out)["notices"]
        self.assertEqual(notice["text"], "C and C++ files were not read, 2 of which may fork: this forklint was built "
                                         "without Clang")


if __name__ == "__main__":
    unittest.main()
