// In C++ there is nullptr.
#include <unistd.h>

namespace launcher {

template <class Word>
int start(Word *program, Word *const *arguments) {
  pid_t pid = fork();
//            ^^^^^^ FRK401 note: 'fork' in 'launcher::start' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) {
    execvp(program, arguments);
    _exit(127);
  }
  return pid;
}

int start_it(char *program, char *const *arguments) { return start(program, arguments); }

}  // namespace launcher
