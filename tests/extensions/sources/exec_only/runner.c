// Runs a program: fork and exec with nothing between them.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <sys/wait.h>

static PyObject *run(PyObject *self, PyObject *args) {
  char *program;
  char *word;
  if (!PyArg_ParseTuple(args, "ss", &program, &word)) return NULL;
  char *arguments[] = {program, word, NULL};
  pid_t pid = fork();
  if (pid < 0) return PyErr_SetFromErrno(PyExc_OSError);
  if (pid == 0) {
    execvp(program, arguments);
    _exit(127);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return PyLong_FromLong(WEXITSTATUS(status));
}

static PyMethodDef methods[] = {{"run", run, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "runner", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_runner(void) { return PyModule_Create(&module); }
