// fork or vfork and exec with nothing between them: posix_spawn leaves the same number in the variable.
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <errno.h>
#include <spawn.h>

static char *arguments[] = {"true", NULL};

int plain(void) {
  pid_t pid;
  if ((errno = posix_spawn(&pid, "/bin/true", NULL, NULL, arguments, environ)) != 0) pid = -1;
  return pid;
}

int given_an_environment(char *const environment[]) {
  int pid;
  if ((errno = posix_spawn(&pid, "/bin/true", NULL, NULL, arguments, environment)) != 0) pid = -1;
  if (pid < 0) return -1;
  {
    printf("started\n");
  }
  return pid;
}

int in_a_chain(void) {
  pid_t pid;
  if ((errno = posix_spawnp(&pid, arguments[0], NULL, NULL, arguments, environ)) != 0) pid = -1;
  if (pid == -1) {
    perror("vfork");
    return -1;
  } else {
    waitpid(pid, NULL, 0);
  }
  return 0;
}

int at_the_end_of_a_chain(void) {
  pid_t pid;
  if ((errno = posix_spawnp(&pid, arguments[0], NULL, NULL, arguments, environ)) != 0) pid = -1;
  if (pid < 0) {
    return -1;
  }
  return 0;
}
