// In C++ there is nullptr.
#include <unistd.h>
#include <errno.h>
#include <spawn.h>

namespace launcher {

template <class Word>
int start(Word *program, Word *const *arguments) {
  pid_t pid;
  if ((errno = posix_spawnp(&pid, program, nullptr, nullptr, arguments, environ)) != 0) pid = -1;
  return pid;
}

int start_it(char *program, char *const *arguments) { return start(program, arguments); }

}  // namespace launcher
