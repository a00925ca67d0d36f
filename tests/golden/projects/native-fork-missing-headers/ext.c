// A header that is nowhere, and code that makes no sense without it: the fork further down is found.
// notice: read in part: headers were not found: 'forklint_no_such_header.h'
#include <forklint_no_such_header.h>
int fork(void);

static unknown_type broken(unknown_type argument) { return argument; }

int spawn(void) {
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'spawn' copies the process that loads this code, Python and all.
}
