// A module that lies in a package and has no Python file.
#include "mock_python.h"

int fork(void);

static PyObject *launch(PyObject *self, PyObject *arguments) { return PyLong_FromLong(fork()); }
//                                                                                    ^^^^^^ FRK402 warning: The child of 'fork' in 'launch' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

static PyMethodDef methods[] = {{"launch", launch, 1, "forks"}, {0, 0, 0, 0}};

static struct PyModuleDef module = {{0}, "_native", 0, -1, methods};

PyObject *PyInit__native(void) { return PyModule_Create2(&module, 3); }
