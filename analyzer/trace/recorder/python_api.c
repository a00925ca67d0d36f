#define _GNU_SOURCE
#include "python_api.h"

#include <dlfcn.h>
#include <stddef.h>

static int find(const char* name, void* function) {
  return (*(void**)function = dlsym(RTLD_DEFAULT, name)) != NULL;
}

#define FIND(name) find(#name, (void*)&api->name)

int find_python_api(struct python_api* api) {
  FIND(PyFrame_GetCode);
  FIND(PyFrame_GetBack);
  return FIND(PyModule_Create2) && FIND(PySys_AddAuditHook) && FIND(PyEval_GetFrame) &&
         FIND(PyFrame_GetLineNumber) && FIND(PyObject_GetAttrString) && FIND(PyObject_CallFunction) &&
         FIND(PyArg_ParseTuple) && FIND(PyBytes_AsStringAndSize) && FIND(PyLong_AsLong) &&
         FIND(PyDict_Size) && FIND(PyImport_GetModuleDict) && FIND(Py_BuildValue) && FIND(Py_IncRef) &&
         FIND(Py_DecRef) && FIND(PyErr_Clear);
}
