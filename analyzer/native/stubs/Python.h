/* Stands in for Python.h where none is installed: enough for Clang to keep the functions of an extension. */
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef long Py_ssize_t;
typedef struct _object {
  Py_ssize_t ob_refcnt;
  struct _typeobject* ob_type;
} PyObject;
typedef struct _typeobject PyTypeObject;
typedef struct PyThreadState PyThreadState;
typedef PyObject* (*PyCFunction)(PyObject*, PyObject*);
typedef PyObject* (*PyCFunctionWithKeywords)(PyObject*, PyObject*, PyObject*);
typedef struct PyMethodDef {
  const char* ml_name;
  PyCFunction ml_meth;
  int ml_flags;
  const char* ml_doc;
} PyMethodDef;
typedef struct PyModuleDef_Slot {
  int slot;
  void* value;
} PyModuleDef_Slot;
typedef struct PyModuleDef_Base {
  PyObject ob_base;
  void* m_init;
  Py_ssize_t m_index;
  PyObject* m_copy;
} PyModuleDef_Base;
typedef struct PyModuleDef {
  PyModuleDef_Base m_base;
  const char* m_name;
  const char* m_doc;
  Py_ssize_t m_size;
  PyMethodDef* m_methods;
  PyModuleDef_Slot* m_slots;
  void* m_traverse;
  void* m_clear;
  void* m_free;
} PyModuleDef;
#define PyModuleDef_HEAD_INIT {{1, 0}, 0, 0, 0}
#define METH_VARARGS 0x1
#define METH_KEYWORDS 0x2
#define METH_NOARGS 0x4
#define METH_O 0x8
#define METH_CLASS 0x10
#define METH_STATIC 0x20
#define METH_FASTCALL 0x80
#ifdef __cplusplus
#define PyMODINIT_FUNC extern "C" PyObject*
#else
#define PyMODINIT_FUNC PyObject*
#endif
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);
void PyOS_AfterFork(void);
PyObject* PyModule_Create2(PyModuleDef*, int);
#define PyModule_Create(def) PyModule_Create2(def, 1013)
PyObject* PyModuleDef_Init(PyModuleDef*);
int PyArg_ParseTuple(PyObject*, const char*, ...);
int PyArg_ParseTupleAndKeywords(PyObject*, PyObject*, const char*, char**, ...);
PyObject* PyLong_FromLong(long);
long PyLong_AsLong(PyObject*);
PyObject* PyUnicode_FromString(const char*);
const char* PyUnicode_AsUTF8(PyObject*);
PyObject* Py_BuildValue(const char*, ...);
PyObject* PyErr_SetFromErrno(PyObject*);
void PyErr_SetString(PyObject*, const char*);
PyObject* PyErr_Occurred(void);
PyThreadState* PyEval_SaveThread(void);
void PyEval_RestoreThread(PyThreadState*);
void Py_IncRef(PyObject*);
void Py_DecRef(PyObject*);
#define Py_INCREF(o) Py_IncRef((PyObject*)(o))
#define Py_DECREF(o) Py_DecRef((PyObject*)(o))
#define Py_XINCREF(o) Py_IncRef((PyObject*)(o))
#define Py_XDECREF(o) Py_DecRef((PyObject*)(o))
extern PyObject *PyExc_OSError, *PyExc_RuntimeError, *PyExc_ValueError, *PyExc_TypeError, *PyExc_MemoryError;
extern PyObject _Py_NoneStruct;
#define Py_None (&_Py_NoneStruct)
#define Py_RETURN_NONE return Py_None
#define Py_BEGIN_ALLOW_THREADS \
  {                            \
    PyThreadState* _save = PyEval_SaveThread();
#define Py_END_ALLOW_THREADS   \
  PyEval_RestoreThread(_save); \
  }
#ifdef __cplusplus
}
#endif
