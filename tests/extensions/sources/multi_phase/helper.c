// A module of the C API in several phases: two tables, two units, a macro in a header.
#include "helper.h"

#include <unistd.h>

int start_helper(void) {
  int pid = fork();
  return pid;
}
