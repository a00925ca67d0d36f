// Names no fork: read because the child in launch.c calls it.
#include "text.h"

void *malloc(unsigned long);

int starts_with(const char *text, const char *begin) {
  while (*begin != 0) {
    if (*text++ != *begin++) return 0;
  }
  return 1;
}

char *copy_of(const char *text) {
  char *copy = malloc(100);
  for (int i = 0; i < 99 && (copy[i] = text[i]) != 0; ++i) continue;
  return copy;
}
