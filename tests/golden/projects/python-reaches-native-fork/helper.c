#include "helper.h"

int fork(void);

int start_helper(void) { return fork(); }
//                              ^^^^^^ FRK402 warning: The child of 'fork' in 'start_helper' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
