// A module of the C API in several phases: two tables, two units, a macro in a header.
#pragma once
#define FORK() fork()
int start_helper(void);
