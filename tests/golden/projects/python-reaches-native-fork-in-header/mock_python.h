#pragma once
typedef struct _object PyObject;
typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef struct PyMethodDef {
  const char *ml_name;
  PyCFunction ml_meth;
  int ml_flags;
  const char *ml_doc;
} PyMethodDef;
typedef struct PyModuleDef {
  struct {
    int reserved;
  } m_base;
  const char *m_name;
  const char *m_doc;
  long m_size;
  PyMethodDef *m_methods;
} PyModuleDef;
PyObject *PyLong_FromLong(long);
PyObject *PyModule_Create2(PyModuleDef *, int);
