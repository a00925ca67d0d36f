// The child of clone runs a function; what stands behind the call is the parent's.
int clone(int (*run)(void *), void *stack, int flags, void *argument, ...);
int puts(const char *);
int close(int);
void _exit(int) __attribute__((noreturn));
static char stack[65536];

static int speak(void *text) { return puts(text); }
static int be_quiet(void *nothing) { return close(0); }

int start_speaking(void) {
  int pid = clone(speak, stack + sizeof stack, 17, "child");
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK401 warning: 'clone' in 'start_speaking' copies the process that loads this code, Python and all.
//                ^^^^^ FRK403 warning: 'puts' is called in the child of 'clone' in 'start_speaking', and is not async-signal-safe.
  puts("parent");
  return pid;
}

int start_quiet(void) {
  if (clone(be_quiet, stack + sizeof stack, 17, 0) < 0) _exit(1);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK401 note: 'clone' in 'start_quiet' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  puts("parent");
  return 0;
}
