// A module of the C API that is made in one step.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *launch(PyObject *self, PyObject *nothing) {
  pid_t pid = fork();
  return PyLong_FromLong(pid);
}

static PyMethodDef methods[] = {{"launch", launch, METH_NOARGS, "forks"}, {NULL, NULL, 0, NULL}};

PyMODINIT_FUNC PyInit_single(void) {
  static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "single", NULL, -1, methods};
  return PyModule_Create(&module);
}
