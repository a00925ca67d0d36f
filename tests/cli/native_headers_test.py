"""Headers that are not there: Clang's own travel inside of the program, and stand-ins take the place of Python's."""

import glob
import json
import os
import shlex
import shutil
import subprocess
import unittest

from command import FORKLINT, HAS_CLANG, PATIENCE, CommandTest, Said

COMPILER = shutil.which("clang-19") or shutil.which("clang")
USES_ALL = """#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>
%s
ptrdiff_t start(void) { return fork() + sizeof(size_t) + INT_MAX; }
"""
MODULE = """#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>
static PyObject *launch(PyObject *self, PyObject *arguments) { return PyLong_FromLong(fork()); }
static PyMethodDef methods[] = {{"launch", launch, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "ext", NULL, -1, methods};
PyMODINIT_FUNC PyInit_ext(void) { return PyModule_Create(&module); }
"""


@unittest.skipUnless(HAS_CLANG, "built without Clang")
class Headers(CommandTest):
    def without(self, folders, *command) -> subprocess.CompletedProcess:
        """Runs a command where some folders are empty."""
        empty = self.root.parent / "empty"
        empty.mkdir(exist_ok=True)
        hide = "".join(f"mount --bind {shlex.quote(str(empty))} {shlex.quote(folder)} && " for folder in folders)
        return subprocess.run(["unshare", "-m", "sh", "-c", hide + 'exec "$@"', "sh", *map(str, command)], cwd=self.root,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)

    def can_hide(self) -> bool:
        return os.geteuid() == 0 and shutil.which("unshare") and self.without(["/usr/include"], "true").returncode == 0

    def compilers_headers(self):
        return [folder for pattern in ("/usr/include/clang", "/usr/lib/clang", "/usr/lib/llvm-*/lib/clang") for folder in glob.glob(pattern)]

    def said(self, done: subprocess.CompletedProcess) -> Said:
        return Said(done.returncode, done.stdout, done.stderr)

    def test_clangs_own_headers(self):
        if not self.can_hide():
            self.skipTest("folders can't be hidden here")
        folders = self.compilers_headers()
        self.write("a.c", USES_ALL % "")
        self.write("b.cpp", USES_ALL % "#include <atomic>\n#include <thread>\n#include <vector>")
        if COMPILER:
            refused = self.without(folders, COMPILER, "-fsyntax-only", "a.c")
            self.assertIn("file not found", refused.stderr, "they were to be hidden")
        said = self.said(self.without(folders, FORKLINT, "--output-format", "json"))
        self.assertEqual((said.findings(), said.notices()), ([("a.c", 8, "FRK401"), ("b.cpp", 10, "FRK401")], {}))

    def test_pythons_headers_have_a_stand_in(self):
        if not self.can_hide():
            self.skipTest("folders can't be hidden here")
        self.write("ext.c", MODULE)
        self.write("user.py", "import ext\n\next.launch()\n")
        folders = {folder for pattern in ("/usr/include/python3*", "/usr/local/include/python3*") for folder in glob.glob(pattern)}
        folders |= set(self.interpreters())
        said = self.said(self.without(folders, FORKLINT, "--output-format", "json"))
        self.assertEqual(said.findings(), [("ext.c", 4, "FRK402"), ("user.py", 3, "FRK501")])
        # What a stand-in declares may not be what is there: less certain, and nothing is fixed.
        for each in json.loads(said.out)["findings"]:
            self.assertEqual((each["level"], each["fixes"]), ("note", []))
        self.assertIn("stand-ins took their place: 'Python.h'", said.notices()["ext.c"])

    def interpreters(self):
        """The folder of headers of the python3 on PATH."""
        asked = subprocess.run(["python3", "-c", "import sysconfig; print(sysconfig.get_path('include'))"], capture_output=True,
                               text=True, check=False)
        folder = asked.stdout.strip()
        return [folder] if os.path.isdir(folder) else []


if __name__ == "__main__":
    unittest.main()
