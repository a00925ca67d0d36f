/* The Python stack of this thread, with or without the interpreter's lock. */
#ifndef FORKLINT_RECORDER_TRACEBACK_H
#define FORKLINT_RECORDER_TRACEBACK_H

#include <stddef.h>

/* As faulthandler writes it; gives the number of bytes, 0 where there is none. */
size_t python_traceback(char* bytes, size_t size);

/* A file for faulthandler.register to write to; -1 where there is none. */
int traceback_file(void);

/* Keeps the handler that faulthandler.register set for that signal, which then is as it was: the handler is
   called here, and no signal is sent. */
void take_traceback_writer(int signal_number);

#endif
