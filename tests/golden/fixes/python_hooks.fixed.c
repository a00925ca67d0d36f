// The hooks of Python around a fork whose child goes on in Python.
#include <unistd.h>

typedef struct _object PyObject;
PyObject *PyLong_FromLong(long);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

#define COPY(pid) pid = fork()

PyObject *launch(PyObject *self, PyObject *arguments) {
  PyOS_BeforeFork(); pid_t pid = fork(); if (pid == 0) PyOS_AfterFork_Child(); else PyOS_AfterFork_Parent();
  return PyLong_FromLong(pid);
}

PyObject *by_a_macro(PyObject *self, PyObject *arguments) {
  pid_t pid;
  COPY(pid);
  return PyLong_FromLong(pid);
}
