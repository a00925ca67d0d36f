// More than exec or _exit.
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
  if (pid == 0) {
    setsid();
//  ^^^^^^^^ FRK406 warning: The child of 'vfork' in 'start' calls 'setsid', and may do nothing but exec or _exit.
    execv(arguments[0], arguments);
  }
  return pid;
//^^^^^^^^^^ FRK406 error: The child of 'vfork' in 'start' returns from the function that called vfork.
}
