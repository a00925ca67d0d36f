// Hooks and forks written by macros and in templates.
struct PyObject;
extern "C" {
int fork(void);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);
PyObject *PyLong_FromLong(long);
}

#define SPLIT() fork()
#define GUARDED(pid)         \
  PyOS_BeforeFork();         \
  pid = fork();              \
  if (pid == 0) {            \
    PyOS_AfterFork_Child();  \
  } else {                   \
    PyOS_AfterFork_Parent(); \
  }

PyObject *by_macro(PyObject *self, PyObject *arguments) { return PyLong_FromLong(SPLIT()); }
//                                                                               ^^^^^^^ FRK402 warning: The child of 'fork' in 'by_macro' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

PyObject *guarded(PyObject *self, PyObject *arguments) {
  int pid;
  GUARDED(pid);
//^^^^^^^^^^^^ FRK401 note: 'fork' in 'guarded' copies the process, and its child is careful: the three hooks of Python stand around it.
  return PyLong_FromLong(pid);
}

template <class Number>
Number in_template() {
  return fork();
//       ^^^^^^ FRK402 warning: The child of 'fork' in 'in_template' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
}

PyObject *calls_it(PyObject *self, PyObject *arguments) { return PyLong_FromLong(in_template<long>()); }
