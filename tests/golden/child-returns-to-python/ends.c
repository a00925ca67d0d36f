// Every way of the child ends.
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

__attribute__((noreturn)) static void give_up(void) { _exit(1); }

static void run(void) {
  execv("/bin/true", 0);
  _exit(127);
}

PyObject *ends(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'ends' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    if (dup2(1, 2) < 0) give_up();
    execv("/bin/true", 0);
    _exit(127);
  }
  return PyLong_FromLong(pid);
}

PyObject *in_a_helper(PyObject *self, PyObject *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'in_a_helper' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) run();
  return PyLong_FromLong(pid);
}
