#include "text.h"

int fork(void);
void _exit(int) __attribute__((noreturn));
int execv(const char *, char *const[]);

int launch(char **words) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'launch' copies the process that loads this code, Python and all.
  if (pid == 0) {
    if (starts_with(words[0], "/bin/")) execv(words[0], words);
    execv(copy_of(words[0]), words);
//        ^^^^^^^^^^^^^^^^^ FRK403 warning: 'malloc' is called in the child of 'fork' in 'launch', and is not async-signal-safe.
    _exit(127);
  }
  return pid;
}

int launch_the_safe_way(char **words) {
  int pid = fork();
//          ^^^^^^ FRK401 note: 'fork' in 'launch_the_safe_way' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    if (starts_with(words[0], "/bin/")) execv(words[0], words);
    _exit(127);
  }
  return pid;
}
