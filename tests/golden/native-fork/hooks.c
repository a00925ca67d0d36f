// The three hooks of Python stand around the fork: done right.
// silent
typedef int pid_t;
pid_t fork(void);
void PyOS_BeforeFork(void);
void PyOS_AfterFork_Parent(void);
void PyOS_AfterFork_Child(void);

int python_goes_on(void) {
  PyOS_BeforeFork();
  pid_t pid = fork();
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
  if (pid == 0) PyOS_AfterFork_Child();
  return pid;
}
