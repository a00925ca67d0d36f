// exec or _exit and nothing else.
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
  pid_t pid = vfork();
//            ^^^^^^^ FRK401 note: 'vfork' in 'start' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execv(arguments[0], arguments);
    _exit(127);
  }
  printf("parent\n");
  return pid;
}
