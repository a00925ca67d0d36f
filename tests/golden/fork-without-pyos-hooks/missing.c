// The child goes on in Python.
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

PyObject *bare(PyObject *self, PyObject *arguments) { return PyLong_FromLong(fork()); }
//                                                                           ^^^^^^ FRK402 warning: The child of 'fork' in 'bare' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

static pid_t split(void) { return fork(); }
//                                ^^^^^^ FRK402 warning: The child of 'fork' in 'split' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

PyObject *through_a_helper(PyObject *self, PyObject *arguments) { return PyLong_FromLong(split()); }

int one_of_three(void) {
  PyOS_BeforeFork();
  return fork();
//       ^^^^^^ FRK402 warning: The child of 'fork' in 'one_of_three' goes on in Python, which does not know that it was forked: PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
}
