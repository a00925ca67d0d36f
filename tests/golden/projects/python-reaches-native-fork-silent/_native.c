// A careful fork behind a Python name is a note where it stands, and nothing more.
#include "mock_python.h"

int fork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));

static PyObject *launch(PyObject *self, PyObject *arguments) {
  int pid = fork();
//          ^^^^^^ FRK401 note: 'fork' in 'launch' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execv("/bin/true", 0);
    _exit(127);
  }
  return PyLong_FromLong(pid);
}

static PyMethodDef methods[] = {{"launch", launch, 1, "forks"}, {0, 0, 0, 0}};

static struct PyModuleDef module = {{0}, "_native", 0, -1, methods};

PyObject *PyInit__native(void) { return PyModule_Create2(&module, 3); }
