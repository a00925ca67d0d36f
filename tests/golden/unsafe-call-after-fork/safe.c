// What the child may call, and what only the parent calls.
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

int start(char *const arguments[]) {
  malloc(10);
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'start' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (0 == pid) {
    setsid();
    dup2(1, 2);
    execv(arguments[0], arguments);
    _exit(127);
  } else if (pid < 0) {
    printf("no child\n");
  }
  printf("parent\n");
  return pid;
}
