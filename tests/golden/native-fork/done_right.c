// A fork whose child does nothing but what is safe is a note and nothing more.
typedef int pid_t;
pid_t fork(void);
void _exit(int) __attribute__((noreturn));
int execv(const char *, char *const[]);
int dup2(int, int);
int *__errno_location(void);

static void redirect(int out) { dup2(out, 1); }

int start(char *const arguments[], int out) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'start' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid < 0) return *__errno_location();
  if (pid == 0) {
    redirect(out);
    execv(arguments[0], arguments);
    _exit(127);
  }
  return pid;
}

int in_a_switch(char *const arguments[]) {
  switch (fork()) {
//        ^^^^^^ FRK401 note: 'fork' in 'in_a_switch' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
    case -1:
      return -1;
    case 0:
      execv(arguments[0], arguments);
      _exit(127);
    default:
      return 0;
  }
}

int negated(void) {
  pid_t child;
  if (!(child = fork())) _exit(0);
//              ^^^^^^ FRK401 note: 'fork' in 'negated' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  return child;
}

int other_way(void) {
  pid_t child = fork();
//              ^^^^^^ FRK401 note: 'fork' in 'other_way' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (child) return child;
  _exit(0);
}
