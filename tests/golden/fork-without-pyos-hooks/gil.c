// A fork without the GIL: with the hooks and without.
typedef struct _object PyObject;
typedef struct _state PyThreadState;
int fork(void);
PyThreadState *PyEval_SaveThread(void);
void PyEval_RestoreThread(PyThreadState *);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);
PyObject *PyLong_FromLong(long);
#define Py_BEGIN_ALLOW_THREADS { PyThreadState *_save; _save = PyEval_SaveThread();
#define Py_END_ALLOW_THREADS PyEval_RestoreThread(_save); }

PyObject *released(PyObject *self, PyObject *arguments) {
  int pid;
  Py_BEGIN_ALLOW_THREADS
  pid = fork();
//      ^^^^^^ FRK402 warning: The child of 'fork' in 'released' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing, and the GIL is released here.
  Py_END_ALLOW_THREADS
  return PyLong_FromLong(pid);
}

PyObject *hooks_without_gil(PyObject *self, PyObject *arguments) {
  PyThreadState *state = PyEval_SaveThread();
  PyOS_BeforeFork();
  int pid = fork();
//          ^^^^^^ FRK402 warning: The hooks stand around 'fork' in 'hooks_without_gil', but the GIL is released there.
  if (pid == 0)
    PyOS_AfterFork_Child();
  else
    PyOS_AfterFork_Parent();
  PyEval_RestoreThread(state);
  return PyLong_FromLong(pid);
}

PyObject *taken_again(PyObject *self, PyObject *arguments) {
  PyThreadState *state = PyEval_SaveThread();
  PyEval_RestoreThread(state);
  PyOS_BeforeFork();
  int pid = fork();
//          ^^^^^^ FRK401 note: 'fork' in 'taken_again' copies the process, and its child is careful: the three hooks of Python stand around it.
  if (pid == 0)
    PyOS_AfterFork_Child();
  else
    PyOS_AfterFork_Parent();
  return PyLong_FromLong(pid);
}
