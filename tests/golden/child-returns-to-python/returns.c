// Where exec fails, and where one way was forgotten.
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

PyObject *failed(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'failed' copies the process that loads this code, Python and all.
  if (pid == 0) execv("/bin/true", 0);
  return PyLong_FromLong(pid);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'failed' returns here to Python where exec fails: then two processes run the same program.
}

PyObject *forgotten(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'forgotten' copies the process that loads this code, Python and all.
  if (pid == 0) {
    if (dup2(1, 2) < 0) return 0;
//                      ^^^^^^^^ FRK405 warning: The child of 'fork' in 'forgotten' returns here to what called it, which is Python: then two processes run the same program.
    execv("/bin/true", 0);
    _exit(127);
  }
  return PyLong_FromLong(pid);
}
