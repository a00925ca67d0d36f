// `_exit` for `exit` in the child, and not where a macro says it.
#include <stdlib.h>
#include <unistd.h>

#define FAIL() exit(2)

int in_a_folder(const char *folder) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 warning: 'fork' in 'in_a_folder' copies the process that loads this code, Python and all.
  if (pid == 0) {
    if (chdir(folder) != 0) exit(1);
//                          ^^^^^^^ FRK403 warning: 'exit' is called in the child of 'fork' in 'in_a_folder', and is not async-signal-safe.
    if (setsid() < 0) FAIL();
//                    ^^^^^^ FRK403 warning: 'exit' is called in the child of 'fork' in 'in_a_folder', and is not async-signal-safe.
    _exit(0);
  }
  if (pid < 0) exit(1);
  return pid;
}
