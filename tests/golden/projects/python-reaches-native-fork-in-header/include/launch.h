// A fork in a header of the project: the flow ends there.
#pragma once
int fork(void);

#define COPY_PROCESS() fork()

static inline int launch_process(void) { return COPY_PROCESS(); }
//                                              ^^^^^^^^^^^^^^ FRK402 warning: The child of 'fork' in 'launch_process' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
