// Calls on the ways of the child: behind conditions, in a switch, after exec has failed.
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

#define SAY(text) printf(text)

int condition(char *const arguments[]) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'condition' copies the process that loads this code, Python and all.
  if (pid == 0) {
    printf("child\n");
//  ^^^^^^^^^^^^^^^^^ FRK403 warning: 'printf' is called in the child of 'fork' in 'condition', and is not async-signal-safe.
    execv(arguments[0], arguments);
    SAY("failed\n");
//  ^^^^^^^^^^^^^^^ FRK403 warning: 'printf' is called in the child of 'fork' in 'condition', and is not async-signal-safe.
    _exit(127);
  }
  printf("parent\n");
  return pid;
}

int in_a_switch(char *const arguments[]) {
  switch (fork()) {
//        ^^^^^^ FRK401 warning: 'fork' in 'in_a_switch' copies the process that loads this code, Python and all.
    case 0:
      malloc(1);
//    ^^^^^^^^^ FRK403 warning: 'malloc' is called in the child of 'fork' in 'in_a_switch', and is not async-signal-safe.
      execv(arguments[0], arguments);
      _exit(1);
    case -1:
      printf("no child\n");
      return -1;
    default:
      return 0;
  }
}

int early_return(char *const arguments[]) {
  pid_t pid;
  if ((pid = fork()) != 0) return pid;
//           ^^^^^^ FRK401 warning: 'fork' in 'early_return' copies the process that loads this code, Python and all.
  setsid();
  if (arguments[0] == 0) exit(1);
//                       ^^^^^^^ FRK403 warning: 'exit' is called in the child of 'fork' in 'early_return', and is not async-signal-safe.
  execv(arguments[0], arguments);
  _exit(1);
}
