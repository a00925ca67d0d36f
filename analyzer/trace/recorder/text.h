/* Text of limited length: what does not fit is left out. Async-signal-safe but for add_quoted. */
#ifndef FORKLINT_TEXT_H
#define FORKLINT_TEXT_H

#include <stddef.h>

enum { LONGEST_TEXT = 32768 };

struct text {
  size_t size;
  char bytes[LONGEST_TEXT];
};

void add(struct text* text, const char* part);
/* As a string of JSON. */
void add_quoted(struct text* text, const char* part, size_t size);

#endif
