/* CPython's public functions, as far as the interpreter in this process has them: one library for 3.8 and all
   newer ones (those with a global lock), found at run time, built without Python's headers. */
#ifndef FORKLINT_RECORDER_PYTHON_API_H
#define FORKLINT_RECORDER_PYTHON_API_H

#include <sys/types.h>

/* PyObject, whose inside is not looked at. */
typedef struct object object;
typedef int audit_hook(const char* event, object* arguments, void* data);

/* PyMethodDef and PyModuleDef, as the stable ABI has them. */
enum { WITHOUT_ARGUMENTS = 4, WITH_ONE_ARGUMENT = 8, ABI_VERSION = 3 };
struct method {
  const char* name;
  object* (*call)(object* module, object* argument);
  int kind;
  const char* help;
};
struct module_definition {
  ssize_t references;
  void* type;
  object* (*initialise)(void);
  ssize_t index;
  object* copy;
  const char* name;
  const char* help;
  ssize_t size;
  struct method* methods;
  void *slots, *traverse, *clear, *free;
};

/* "f_code" and "f_back" of a frame are attributes for all, and functions from 3.9 on. */
struct python_api {
  object* (*PyModule_Create2)(struct module_definition*, int);
  int (*PySys_AddAuditHook)(audit_hook*, void*);
  object* (*PyEval_GetFrame)(void);
  int (*PyFrame_GetLineNumber)(object*);
  object* (*PyObject_GetAttrString)(object*, const char*);
  object* (*PyObject_CallFunction)(object*, const char*, ...);
  int (*PyArg_ParseTuple)(object*, const char*, ...);
  int (*PyBytes_AsStringAndSize)(object*, char**, ssize_t*);
  long (*PyLong_AsLong)(object*);
  ssize_t (*PyDict_Size)(object*);
  object* (*PyImport_GetModuleDict)(void);
  object* (*Py_BuildValue)(const char*, ...);
  void (*Py_IncRef)(object*);
  void (*Py_DecRef)(object*);
  void (*PyErr_Clear)(void);
  object* (*PyFrame_GetCode)(object*);
  object* (*PyFrame_GetBack)(object*);
};

/* Whether all but the last two are there. Looked up anew in each call. */
int find_python_api(struct python_api* api);

#endif
