// All hooks stand around it, or the child ends.
typedef int pid_t;
typedef struct _object PyObject;
pid_t fork(void);
pid_t vfork(void);
void _exit(int) __attribute__((noreturn));
void exit(int) __attribute__((noreturn));
int execv(const char *, char *const[]);
int printf(const char *, ...);
void *malloc(unsigned long);
int setsid(void);
int dup2(int, int);
PyObject *PyLong_FromLong(long);

void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

PyObject *with_hooks(PyObject *self, PyObject *arguments) {
  PyOS_BeforeFork();
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'with_hooks' copies the process, and its child is careful: the three hooks of Python stand around it.
  if (pid == 0) {
    PyOS_AfterFork_Child();
  } else {
    PyOS_AfterFork_Parent();
  }
  return PyLong_FromLong(pid);
}

PyObject *ends(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'ends' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) _exit(0);
  return PyLong_FromLong(pid);
}

int not_for_python(void) { return fork(); }
//                                ^^^^^^ FRK401 warning: 'fork' in 'not_for_python' copies the process that loads this code, Python and all.
