// A broken promise between two parts of forklint: prints where and what, and leaves with exit status 3.
#pragma once

#include <string_view>

namespace forklint {

[[noreturn]] void check_failed(const char* file, int line, std::string_view what);

}  // namespace forklint

// The project's only macro: it must name the line that calls it.
#define FORKLINT_CHECK(condition, what)                                     \
  do {                                                                      \
    if (!(condition)) ::forklint::check_failed(__FILE__, __LINE__, (what)); \
  } while (false)
