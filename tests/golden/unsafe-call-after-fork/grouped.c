// What lies behind one call in the child is one finding; what is safe though no list of POSIX has it is none.
int fork(void);
int execvp(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
int printf(const char *, ...);
void *malloc(unsigned long);
void free(void *);
void __assert_fail(const char *, const char *, unsigned, const char *) __attribute__((noreturn));

static void log_it(const char *text) {
  void *copy = malloc(8);
  printf("%s", text);
  free(copy);
}

int start_logging(void) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'start_logging' copies the process that loads this code, Python and all.
  if (pid == 0) {
    log_it("child");
//  ^^^^^^^^^^^^^^^ FRK403 warning: 'malloc' is called in the child of 'fork' in 'start_logging', and is not async-signal-safe; 2 more that lie behind this call are not either.
    log_it("again");
    _exit(0);
  }
  return pid;
}

int start_program(char *const *words) {
  int pid = fork();
//          ^^^^^^ FRK401 note: 'fork' in 'start_program' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    if (!words) __assert_fail("words", "grouped.c", 1, "start_program");
    execvp(words[0], words);
    _exit(127);
  }
  return pid;
}
