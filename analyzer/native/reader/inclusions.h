// What a unit includes, and where its own file does: for edits that need one header more.
#pragma once

#include <clang/Lex/Preprocessor.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace forklint::native {

struct Inclusions {
  std::set<std::string, std::less<>> names;  // as written, of all files
  // Where the lines of the unit's own file that include `<...>` on every way end, in its text: bytes.
  std::vector<std::uint32_t> line_ends;
};

// Fills `inclusions`, which outlives the preprocessor, while that works.
void watch_inclusions(clang::Preprocessor& preprocessor, Inclusions& inclusions);

}  // namespace forklint::native
