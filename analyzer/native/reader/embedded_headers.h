// Headers that travel inside of the program: those of the compiler, and stand-ins for what may be missing.
#pragma once

#include <span>
#include <string_view>

namespace forklint::native {

struct EmbeddedHeader {
  std::string_view path;  // "include/stddef.h", "stubs/Python.h"
  const char* begin = nullptr;
  const char* end = nullptr;
};

std::span<const EmbeddedHeader> embedded_headers();

}  // namespace forklint::native
