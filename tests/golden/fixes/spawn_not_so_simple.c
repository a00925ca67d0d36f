// More than exec, or a shape that posix_spawn does not take over with a few edits: it stays.
#define _GNU_SOURCE
#include <unistd.h>

#define START(pid) pid = fork()
#define RUN(arguments) execvp(arguments[0], arguments)

static char *arguments[] = {"true", NULL};

int more(void) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'more' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    setsid();
    execvp(arguments[0], arguments);
    _exit(1);
  }
  return pid;
}

int constant(void) {
  const pid_t pid = fork();
//                  ^^^^^^ FRK401 note: 'fork' in 'constant' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execvp(arguments[0], arguments);
    _exit(1);
  }
  return pid;
}

int changed_between(void) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'changed_between' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  arguments[0] = "false";
  if (pid == 0) {
    execvp(arguments[0], arguments);
    _exit(1);
  }
  return pid;
}

int computed_in_the_child(int *count) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'computed_in_the_child' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execvp(arguments[(*count)++], arguments);
    _exit(1);
  }
  return pid;
}

int by_macros(void) {
  pid_t pid;
  START(pid);
//^^^^^^^^^^ FRK401 note: 'fork' in 'by_macros' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execvp(arguments[0], arguments);
    _exit(1);
  }
  pid_t other = fork();
//              ^^^^^^ FRK401 note: 'fork' in 'by_macros' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (other == 0) {
    RUN(arguments);
    _exit(1);
  }
  return pid;
}

int with_a_directive(void) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'with_a_directive' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
#ifdef DEBUG
    write(2, "child\n", 6);
#endif
    execvp(arguments[0], arguments);
    _exit(1);
  }
  return pid;
}
