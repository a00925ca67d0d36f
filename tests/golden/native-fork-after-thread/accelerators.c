// The runtime of a device: by hand, by a macro, in a function that is called before, in one that calls.
int fork(void);
int cuInit(unsigned);
int aclInit(const char *);
int hipSetDevice(int);

int direct(void) {
  cuInit(0);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'direct' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'direct' runs after 'cuInit' has initialised the runtime of a device, whose threads and handles are not in the child.
}

#define SET_UP() aclInit(0)

int by_macro(void) {
  SET_UP();
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'by_macro' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'by_macro' runs after 'aclInit' has initialised the runtime of a device, whose threads and handles are not in the child.
}

static void set_up(void) { hipSetDevice(0); }

int by_function(void) {
  set_up();
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'by_function' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'by_function' runs after 'hipSetDevice' has initialised the runtime of a device, whose threads and handles are not in the child.
}

static int inner(void) { return fork(); }
//                              ^^^^^^ FRK401 warning: 'fork' in 'inner' copies the process that loads this code, Python and all.
//                              ^^^^^^ FRK404 error: 'fork' in 'inner' runs after 'cuInit' has initialised the runtime of a device, whose threads and handles are not in the child.

int outer(void) {
  cuInit(0);
  return inner();
}

int afterwards(void) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'afterwards' copies the process that loads this code, Python and all.
  if (pid != 0) cuInit(0);
  return pid;
}
