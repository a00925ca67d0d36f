// `_exit` for `exit` in the child, and not where a macro says it.
#include <stdlib.h>
#include <unistd.h>

#define FAIL() exit(2)

int in_a_folder(const char *folder) {
  pid_t pid = fork();
  if (pid == 0) {
    if (chdir(folder) != 0) _exit(1);
    if (setsid() < 0) FAIL();
    _exit(0);
  }
  if (pid < 0) exit(1);
  return pid;
}
