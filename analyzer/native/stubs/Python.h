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
typedef struct PyThreadState PyThreadState;
typedef PyObject* (*PyCFunction)(PyObject*, PyObject*);
typedef PyObject* (*PyCFunctionWithKeywords)(PyObject*, PyObject*, PyObject*);
typedef struct PyMethodDef {
  const char* ml_name;
  PyCFunction ml_meth;
  int ml_flags;
  const char* ml_doc;
} PyMethodDef;
typedef PyObject* (*newfunc)(struct _typeobject*, PyObject*, PyObject*);
typedef int (*initproc)(PyObject*, PyObject*, PyObject*);
typedef struct _typeobject {
  PyObject ob_base;
  Py_ssize_t ob_size;
  const char* tp_name;
  Py_ssize_t tp_basicsize, tp_itemsize;
  void *tp_dealloc, *tp_getattr, *tp_setattr, *tp_repr, *tp_call, *tp_str;
  unsigned long tp_flags;
  const char* tp_doc;
  PyMethodDef* tp_methods;
  void *tp_members, *tp_getset, *tp_base;
  initproc tp_init;
  void *tp_alloc, *tp_free;
  newfunc tp_new;
} PyTypeObject;
#define PyVarObject_HEAD_INIT(type, size) {1, type}, size,
#define Py_TPFLAGS_DEFAULT 0UL
#define Py_TPFLAGS_BASETYPE 1024UL
typedef struct PyType_Slot {
  int slot;
  void* pfunc;
} PyType_Slot;
typedef struct PyType_Spec {
  const char* name;
  int basicsize, itemsize;
  unsigned int flags;
  PyType_Slot* slots;
} PyType_Spec;
#define Py_mod_exec 2
#define Py_tp_init 60
#define Py_tp_methods 64
#define Py_tp_new 65
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
typedef int PyGILState_STATE;
PyGILState_STATE PyGILState_Ensure(void);
void PyGILState_Release(PyGILState_STATE);
PyObject* PyType_FromSpec(PyType_Spec*);
PyObject* PyType_GenericNew(PyTypeObject*, PyObject*, PyObject*);
int PyType_Ready(PyTypeObject*);
int PyModule_AddObject(PyObject*, const char*, PyObject*);
int PyModule_AddFunctions(PyObject*, PyMethodDef*);
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
