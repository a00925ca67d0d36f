// A fork in a header of the project: the flow ends there.
#pragma once
int fork(void);

#define COPY_PROCESS() fork()

static inline int launch_process(void) { return COPY_PROCESS(); }
