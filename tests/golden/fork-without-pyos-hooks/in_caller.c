// The hooks stand in the function that calls the one that forks, as in CPython's _posixsubprocess.
typedef struct _object PyObject;
int fork(void);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
PyObject *PyLong_FromLong(long);
PyObject *PyObject_CallNoArgs(PyObject *);

static int split_in_hooks(PyObject *prepare) {
  int pid = fork();
//          ^^^^^^ FRK401 note: 'fork' in 'split_in_hooks' copies the process, and its child is careful: the three hooks of Python stand around it.
  if (pid != 0) return pid;
  if (prepare) {
    PyOS_AfterFork_Child();
    PyObject_CallNoArgs(prepare);
  }
  execv("/bin/true", 0);
  _exit(127);
}

PyObject *start(PyObject *self, PyObject *prepare) {
  PyOS_BeforeFork();
  int pid = split_in_hooks(prepare);
  PyOS_AfterFork_Parent();
  return PyLong_FromLong(pid);
}

static int split_behind_half(PyObject *prepare) {
  int pid = fork();
//          ^^^^^^ FRK402 warning: The child of 'fork' in 'split_behind_half' goes on in Python, which does not know that it was forked: PyOS_AfterFork_Parent is missing.
  if (pid != 0) return pid;
  PyOS_AfterFork_Child();
  return 0;
}

PyObject *half(PyObject *self, PyObject *prepare) {
  PyOS_BeforeFork();
  return PyLong_FromLong(split_behind_half(prepare));
}
