// A table of methods of the C API; the fork stands in another file of the extension.
#include "helper.h"
#include "mock_python.h"

static PyObject *launch(PyObject *self, PyObject *arguments) { return PyLong_FromLong(start_helper()); }

static PyObject *harmless(PyObject *self, PyObject *arguments) { return PyLong_FromLong(1); }

static PyMethodDef methods[] = {
    {"launch", launch, 1, "forks"},
    {"harmless", (PyCFunction)harmless, 1, "does not"},
    {0, 0, 0, 0},
};

static struct PyModuleDef module = {{0}, "_native", 0, -1, methods};

PyObject *PyInit__native(void) { return PyModule_Create2(&module, 3); }
