#include "base/check.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace forklint {

void check_failed(const char* file, int line, std::string_view what) {
  fmt::print(stderr, "forklint: internal error: {}:{}: {}\n", file, line, what);
  fmt::print(stderr, "forklint: this is a bug of forklint, not of your code; please report this\n");
  std::fflush(stderr);
  // Destructors would run on a state that is known to be wrong, and other threads may still use it.
  std::_Exit(3);
}

}  // namespace forklint
