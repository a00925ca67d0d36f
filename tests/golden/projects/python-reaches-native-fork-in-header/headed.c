#include "include/launch.h"
#include "mock_python.h"

static PyObject *launch(PyObject *self, PyObject *arguments) { return PyLong_FromLong(launch_process()); }

static PyMethodDef methods[] = {{"launch", launch, 1, "forks"}, {0, 0, 0, 0}};

static struct PyModuleDef module = {{0}, "headed", 0, -1, methods};

PyObject *PyInit_headed(void) { return PyModule_Create2(&module, 3); }
