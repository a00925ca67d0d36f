"""A module that cffi writes."""

from cffi import FFI

builder = FFI()
builder.cdef("int launch(void);")
builder.set_source("_made", """
#include <unistd.h>
static int launch(void) {
  return fork();
}
""")
builder.emit_c_code("_made.c")
