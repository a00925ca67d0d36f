#include "text.h"

#include <stdio.h>

void add(struct text* text, const char* part) {
  for (; *part != '\0' && text->size + 8 < sizeof text->bytes; ++part) text->bytes[text->size++] = *part;
}

void add_quoted(struct text* text, const char* part, size_t size) {
  add(text, "\"");
  for (size_t i = 0; i < size && text->size + 8 < sizeof text->bytes; ++i) {
    const unsigned char c = (unsigned char)part[i];
    char escaped[8];
    if (c >= 0x20 && c != '"' && c != '\\') {
      text->bytes[text->size++] = (char)c;
      continue;
    }
    if (c == '"' || c == '\\') {
      snprintf(escaped, sizeof escaped, "\\%c", c);
    } else {
      snprintf(escaped, sizeof escaped, "\\u%04x", c);
    }
    add(text, escaped);
  }
  add(text, "\"");
}
