// The three hooks of Python stand around the fork: done right.
typedef int pid_t;
pid_t fork(void);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

int python_goes_on(void) {
  PyOS_BeforeFork();
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'python_goes_on' copies the process, and its child is careful: the three hooks of Python stand around it.
  if (pid == 0) {
    PyOS_AfterFork_Child();
  } else {
    PyOS_AfterFork_Parent();
  }
  return pid;
}

int one_is_missing(void) {
  PyOS_BeforeFork();
  pid_t pid = fork();
//            ^^^^^^ FRK402 warning: The child of 'fork' in 'one_is_missing' goes on in Python, which does not know that it was forked: PyOS_AfterFork_Parent is missing.
  if (pid == 0) PyOS_AfterFork_Child();
  return pid;
}
