// An extension inside a package, handed on by it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *launch(PyObject *self, PyObject *nothing) {
  pid_t pid = fork();
  return PyLong_FromLong(pid);
}

static PyMethodDef methods[] = {{"launch", launch, METH_NOARGS, "forks"}, {NULL, NULL, 0, NULL}};

PyMODINIT_FUNC PyInit__native(void) {
  static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_native", NULL, -1, methods};
  return PyModule_Create(&module);
}
