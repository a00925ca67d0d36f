// Methods of types, a static one and one that is made of slots.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *spawn(PyObject *self, PyObject *nothing) {
  return PyLong_FromLong(fork());
}

static PyMethodDef pool_methods[] = {{"spawn", spawn, METH_NOARGS, "forks"}, {NULL, NULL, 0, NULL}};

static PyTypeObject PoolType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_.Pool",
    .tp_basicsize = sizeof(PyObject),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = PyType_GenericNew,
    .tp_methods = pool_methods,
};

static PyObject *split(PyObject *self, PyObject *nothing) {
  int pid = fork();
  return PyLong_FromLong(pid);
}

static PyMethodDef heap_methods[] = {{"split", split, METH_NOARGS, "forks"}, {NULL, NULL, 0, NULL}};

static PyType_Slot heap_slots[] = {{Py_tp_methods, heap_methods}, {Py_tp_new, PyType_GenericNew}, {0, NULL}};

static PyType_Spec heap_spec = {"types_.Heap", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, heap_slots};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "types_", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_types_(void) {
  PyObject *made = PyModule_Create(&module);
  if (PyType_Ready(&PoolType) < 0) return NULL;
  Py_INCREF(&PoolType);
  PyModule_AddObject(made, "Pool", (PyObject *)&PoolType);
  PyModule_AddObject(made, "Heap", PyType_FromSpec(&heap_spec));
  return made;
}
