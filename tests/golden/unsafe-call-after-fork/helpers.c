// Through functions of the project that the child calls.
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

static void complain(void) { printf("failed\n"); }

static void run(char *const arguments[]) {
  execv(arguments[0], arguments);
  complain();
  _exit(127);
}

int start(char *const arguments[]) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'start' copies the process that loads this code, Python and all.
  if (!pid) run(arguments);
//          ^^^^^^^^^^^^^^ FRK403 warning: 'printf' is called in the child of 'fork' in 'start', and is not async-signal-safe.
  return pid;
}
