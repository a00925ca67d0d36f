// The return, and what comes before it, written by macros and in templates.
struct PyObject;
extern "C" {
int fork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
PyObject *PyLong_FromLong(long);
}

#define RETURN_NONE return PyLong_FromLong(0)

PyObject *by_macro(PyObject *self, PyObject *arguments) {
  if (fork() == 0) {
//    ^^^^^^ FRK401 warning: 'fork' in 'by_macro' copies the process that loads this code, Python and all.
    execv("/bin/true", nullptr);
    RETURN_NONE;
//  ^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'by_macro' returns here to Python where exec fails: then two processes run the same program.
  }
  return PyLong_FromLong(1);
}

template <class Result>
Result in_template(Result self) {
  if (fork() == 0) {
//    ^^^^^^ FRK401 warning: 'fork' in 'in_template' copies the process that loads this code, Python and all.
    if (self) _exit(0);
    return self;
//  ^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'in_template' returns here to what called it, which is Python: then two processes run the same program.
  }
  return self;
}

PyObject *calls_template(PyObject *self, PyObject *arguments) { return in_template(self); }
