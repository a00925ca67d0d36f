// A module of the C API in several phases: two tables, two units, a macro in a header.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

#include "helper.h"

static PyObject *by_keywords(PyObject *self, PyObject *arguments, PyObject *keywords) {
  return PyLong_FromLong(start_helper());
}

static PyObject *fast(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
  return PyLong_FromLong(FORK());
}

static PyMethodDef methods[] = {
    {"by_keywords", (PyCFunction)(void (*)(void))by_keywords, METH_VARARGS | METH_KEYWORDS, "forks"},
    {NULL, NULL, 0, NULL},
};

static PyMethodDef added[] = {
    {"fast", (PyCFunction)(void (*)(void))fast, METH_FASTCALL, "forks"},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module) { return PyModule_AddFunctions(module, added); }

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, .m_name = "multi", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_multi(void) { return PyModuleDef_Init(&module); }
