"""What was read of C and C++ is kept: the second run costs no Clang, and nothing that is out of date is used."""

import re
import unittest

import command
from command import FORKLINT, HAS_CLANG, CommandTest

HEADER = "int fork(void);\n"
UNIT = '#include "fork.h"\nint start(void) { return fork(); }\n'
MODULE = """
#include "fork.h"
typedef struct _object PyObject;
typedef struct { const char *name; PyObject *(*method)(PyObject *, PyObject *); int flags; const char *doc; } PyMethodDef;
typedef struct { const char *m_name; PyMethodDef *methods; } PyModuleDef;
PyObject *PyModule_Create2(PyModuleDef *, int);
static PyObject *launch(PyObject *self, PyObject *arguments) { fork(); return self; }
static PyMethodDef methods[] = {{"launch", launch, 1, 0}, {0, 0, 0, 0}};
static PyModuleDef module = {"_fast", methods};
PyObject *PyInit__fast(void) { return PyModule_Create2(&module, 3); }
"""


@unittest.skipUnless(HAS_CLANG, "built without Clang")
class NativeCache(CommandTest):
    def setUp(self):
        super().setUp()
        self.logs = self.root.parent / "logs"
        self.logs.mkdir()
        self.cache = self.root.parent / "cache" / "forklint"
        self.write("fork.h", HEADER)
        self.write("unit.c", UNIT)

    def reads(self, *arguments: str, findings=None, env=None, **options) -> int:
        """How many units are read in a run, whose findings are always the same."""
        for log in self.logs.iterdir():
            log.unlink()
        # The loader of programs keeps a log of each that is started.
        logging = {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(self.logs / "log")}
        said = self.json(*arguments, env={**logging, **(env or {})}, **options)
        expected = [("unit.c", 2, "FRK401")] if findings is None else findings
        self.assertEqual((said.findings(), said.notices()), (expected, {}))
        started = [re.search(r"initialize program: (.*)", log.read_text(encoding="utf-8")) for log in self.logs.iterdir()]
        programs = [found[1] for found in started if found]
        self.assertIn(str(command.FORKLINT), programs)
        return programs.count("/proc/self/exe")

    def entries(self):
        return sorted((self.cache / "native").glob("*.json"))

    def test_the_second_run_costs_no_clang(self):
        self.assertEqual([self.reads(), self.reads()], [1, 0])
        self.assertEqual(len(self.entries()), 1)
        self.assertIn("Signature: 8a477f597d28d172789f06886806bc55", (self.cache / "CACHEDIR.TAG").read_text())

    def test_what_a_unit_is_made_of_counts(self):
        self.reads()
        self.write("fork.h", HEADER + "int other(void);\n")
        self.assertEqual([self.reads(), self.reads()], [1, 0])
        self.write("unit.c", UNIT + "int more;\n")
        self.assertEqual([self.reads(), self.reads()], [1, 0])
        self.write("unrelated.h", "int unrelated;\n")
        self.assertEqual(self.reads(), 0)
        self.assertEqual(len(self.entries()), 1, "one entry for a unit, however often it changes")

    def test_flags_count(self):
        self.reads()
        self.write("build/compile_commands.json",
                   f'[{{"directory": "{self.root}", "file": "unit.c", "command": "cc -DX=1 -c unit.c"}}]')
        self.assertEqual([self.reads(), self.reads()], [1, 0])

    def test_the_reader_counts(self):
        self.reads()
        newer = self.root.parent / "forklint"
        newer.write_bytes(FORKLINT.read_bytes() + b"newer")
        newer.chmod(0o755)
        self.addCleanup(setattr, command, "FORKLINT", FORKLINT)
        command.FORKLINT = newer
        self.assertEqual([self.reads(), self.reads()], [1, 0])

    def test_entries_that_are_damaged_are_passed_by(self):
        self.reads()
        (entry,) = self.entries()
        good = entry.read_bytes()
        for bad in (b"", b"\n", good[:40], good[:-1], good + b" ", good.replace(b"start", b"stapt"), b"\xff" * 5000,
                    b"forklint 0 0\n{}"):
            entry.write_bytes(bad)
            self.assertEqual(self.reads(), 1, bad[:60])
            self.assertEqual(entry.read_bytes(), good)

    def test_it_can_be_left_out(self):
        self.assertEqual([self.reads("--no-cache"), self.reads("-n")], [1, 1])
        self.assertFalse(self.cache.exists())
        self.reads()
        self.assertEqual(self.reads("--no-cache"), 1)
        self.assertEqual(self.reads(env={"FORKLINT_NO_CACHE": "1"}), 1)

    def test_its_folder_can_be_chosen(self):
        chosen = self.root.parent / "elsewhere" / "deep"
        self.assertEqual([self.reads("--cache-dir", str(chosen)), self.reads(env={"FORKLINT_CACHE_DIR": str(chosen)})], [1, 0])
        self.assertFalse(self.cache.exists())

    def test_a_folder_that_can_not_be_made_is_done_without(self):
        blocked = self.root.parent / "blocked"
        blocked.write_text("a file", encoding="utf-8")
        self.assertEqual([self.reads("--cache-dir", str(blocked / "below")) for _ in range(2)], [1, 1])

    def test_a_python_file_alone_that_imports_an_extension(self):
        self.write("fast.c", MODULE)
        self.write("user.py", "import _fast\n\n_fast.launch()\n")
        self.write("bystander.py", "print('nothing')\n")
        found = [("user.py", 3, "FRK501")]
        self.assertEqual(self.reads("bystander.py", findings=[]), 0)
        self.assertEqual([self.reads("user.py", findings=found), self.reads("user.py", findings=found)], [2, 0])

    def test_a_python_file_alone_uses_what_is_kept(self):
        self.write("pkg/_fast.c", MODULE.replace("fork.h", "../fork.h"))
        self.write("pkg/__init__.py", "from ._fast import launch\n")
        self.write("user.py", "import pkg\n\npkg.launch()\n")
        self.assertEqual(self.reads("user.py", findings=[]), 0)
        self.json()
        self.assertEqual(self.reads("user.py", findings=[("user.py", 3, "FRK501")]), 0)


if __name__ == "__main__":
    unittest.main()
