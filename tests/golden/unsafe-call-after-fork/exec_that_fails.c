// exec returns only where it failed: what stands where it did not is never reached.
int fork(void);
int execv(const char *, char *const *);
void _exit(int);
int printf(const char *, ...);
void free(void *);

#define check(condition) ((condition) ? (void)0 : _exit(1))

int asserted(char *const *arguments, void *memory) {
  int child = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'asserted' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (child == 0) {
    check(execv(arguments[0], arguments) != -1);
  }
  free(memory);
  return child;
}

int tested(char *const *arguments) {
  int child = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'tested' copies the process that loads this code, Python and all.
  if (child == 0) {
    if (execv(arguments[0], arguments) < 0) printf("no program");
//                                          ^^^^^^^^^^^^^^^^^^^^ FRK403 warning: 'printf' is called in the child of 'fork' in 'tested', and is not async-signal-safe.
    _exit(1);
  }
  return child;
}
