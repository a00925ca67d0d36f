// The hooks of Python around a fork whose child goes on in Python.
#include <unistd.h>

typedef struct _object PyObject;
PyObject *PyLong_FromLong(long);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

#define COPY(pid) pid = fork()

PyObject *launch(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK402 warning: The child of 'fork' in 'launch' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
  return PyLong_FromLong(pid);
}

PyObject *by_a_macro(PyObject *self, PyObject *arguments) {
  pid_t pid;
  COPY(pid);
//^^^^^^^^^ FRK402 warning: The child of 'fork' in 'by_a_macro' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
  return PyLong_FromLong(pid);
}
