// Each rule in inline functions of a header: once, however many units include it.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
typedef struct _object PyObject;
int fork(void);
int vfork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
int puts(const char *);
int close(int);
int pthread_create(unsigned long *, const void *, void *(*)(void *), void *);
PyObject *PyLong_FromLong(long);
#ifdef __cplusplus
}
#endif

static inline int unsafe(void) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'unsafe' copies the process that loads this code, Python and all.
  if (pid == 0) {
    puts("child");
//  ^^^^^^^^^^^^^ FRK403 warning: 'puts' is called in the child of 'fork' in 'unsafe', and is not async-signal-safe.
    _exit(0);
  }
  return pid;
}

static inline int after_thread(void *(*run)(void *)) {
  unsigned long thread;
  pthread_create(&thread, 0, run, 0);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'after_thread' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'after_thread' runs after 'pthread_create' has started a thread, which is not in the child.
}

static inline PyObject *goes_on(PyObject *self, PyObject *arguments) { return PyLong_FromLong(fork()); }
//                                                                                            ^^^^^^ FRK402 warning: The child of 'fork' in 'goes_on' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

static inline PyObject *comes_back(PyObject *self, PyObject *arguments) {
  if (fork() == 0) execv("/bin/true", 0);
//    ^^^^^^ FRK401 warning: 'fork' in 'comes_back' copies the process that loads this code, Python and all.
  return self;
//^^^^^^^^^^^ FRK405 warning: The child of 'fork' in 'comes_back' returns here to Python where exec fails: then two processes run the same program.
}

static inline int by_vfork(void) {
  int pid = vfork();
  if (pid == 0) {
    close(0);
//  ^^^^^^^^ FRK406 warning: The child of 'vfork' in 'by_vfork' calls 'close', and may do nothing but exec or _exit.
    _exit(0);
  }
  return pid;
}
