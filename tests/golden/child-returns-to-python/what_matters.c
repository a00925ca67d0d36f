// A child that returns to Python where exec fails: what it calls on that way is not spoken of twice.
typedef struct _object PyObject;
int fork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
PyObject *PyErr_SetFromErrno(PyObject *);
int printf(const char *, ...);
void perror(const char *);

PyObject *launch(PyObject *self, PyObject *arguments) {
  if (fork() == 0) {
//    ^^^^^^ FRK401 warning: 'fork' in 'launch' copies the process that loads this code, Python and all.
    execv("/bin/true", 0);
    return PyErr_SetFromErrno(self);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'launch' returns here to Python where exec fails: then two processes run the same program.
  }
  return self;
}

PyObject *two_ways(PyObject *self, PyObject *arguments) {
  if (fork() == 0) {
//    ^^^^^^ FRK401 warning: 'fork' in 'two_ways' copies the process that loads this code, Python and all.
    printf("child\n");
//  ^^^^^^^^^^^^^^^^^ FRK403 warning: 'printf' is called in the child of 'fork' in 'two_ways', and is not async-signal-safe.
    execv("/bin/true", 0);
    if (arguments) {
      perror("exec");
//    ^^^^^^^^^^^^^^ FRK403 warning: 'perror' is called in the child of 'fork' in 'two_ways', and is not async-signal-safe.
      _exit(127);
    }
    printf("again\n");
    return self;
//  ^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'two_ways' returns here to Python where exec fails: then two processes run the same program.
  }
  return self;
}
