// An inline function of a header is reported once, in the header.
#pragma once
#define SPLIT() fork()
int fork(void);

static inline int launch(void) { return fork(); }
//                                      ^^^^^^ FRK401 warning: 'fork' in 'launch' copies the process that loads this code, Python and all.
