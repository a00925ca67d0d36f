// fork or vfork and exec with nothing between them: posix_spawn leaves the same number in the variable.
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static char *arguments[] = {"true", NULL};

int plain(void) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'plain' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execv("/bin/true", arguments);
    _exit(127);
  }
  return pid;
}

int given_an_environment(char *const environment[]) {
  int pid;
  pid = fork();
//      ^^^^^^ FRK401 note: 'fork' in 'given_an_environment' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid < 0) return -1;
  if (!pid) {
    execve("/bin/true", arguments, environment);
    _exit(127);
  } else {
    printf("started\n");
  }
  return pid;
}

int in_a_chain(void) {
  pid_t pid = vfork();
//            ^^^^^^^ FRK401 note: 'vfork' in 'in_a_chain' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == -1) {
    perror("vfork");
    return -1;
  } else if (0 == pid) {
    execvp(arguments[0], arguments);
    _exit(127);
  } else {
    waitpid(pid, NULL, 0);
  }
  return 0;
}

int at_the_end_of_a_chain(void) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'at_the_end_of_a_chain' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid < 0) {
    return -1;
  } else if (pid == 0) {
    execvp(arguments[0], arguments);
    _exit(1);
  }
  return 0;
}
