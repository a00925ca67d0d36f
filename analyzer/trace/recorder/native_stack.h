/* The native stack of the calling thread as JSON. */
#ifndef FORKLINT_NATIVE_STACK_H
#define FORKLINT_NATIVE_STACK_H

#include "text.h"

/* `[{"function": ..., "library": ...}, ...]`, innermost first, without the frames of this library. Takes the
   loader's lock: for the parent of a fork. */
void add_native_stack(struct text* text);

#endif
