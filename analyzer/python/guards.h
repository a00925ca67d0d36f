// What is checked on the raw bytes before the parser sees them: its memory and our stack must not be at the
// mercy of a file. Knows just enough of Python's tokens to not be fooled by strings and comments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/module.h"

namespace forklint::python {

struct Refusal {
  std::string text;          // for a Notice: why the file is not analysed
  std::uint32_t offset = 0;  // where; meaningful only with has_place
  bool has_place = false;
};

struct RawFacts {
  // Why the parser must not see the bytes.
  std::optional<Refusal> refusal;
  // Where logical lines start, ascending. The grammar is lax about them: it would read `os.` and `fork()` on
  // the next line as one call.
  std::vector<std::uint32_t> lines;
  // A string with triple quotes that nothing closes: what the parser reads in it is no code.
  std::optional<std::uint32_t> unclosed_string;
};

RawFacts check_guards(std::string_view bytes, const Limits& limits);

// Offsets at which a statement of the module starts for certain, ascending: lines without indentation, not in
// a string, not in brackets that can be closed, and not continuing the statement before (else, except, ...).
std::vector<std::uint32_t> statement_starts(std::string_view bytes);

}  // namespace forklint::python
