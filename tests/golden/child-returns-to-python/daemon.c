// The parent ends, so the child is the one process that goes on.
typedef struct _object PyObject;
int fork(void);
void _exit(int) __attribute__((noreturn));
int setsid(void);

static int daemonise(void) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'daemonise' copies the process that loads this code, Python and all.
  if (pid < 0) return -1;
  if (pid != 0) _exit(0);
  if (setsid() < 0) _exit(1);
  return 0;
}

PyObject *go_on_as_daemon(PyObject *self, PyObject *arguments) { return daemonise() ? 0 : self; }
