// What string and number literals mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forklint::python {

struct StringShape {
  bool is_raw = false;
  bool is_bytes = false;
  bool is_formatted = false;  // f'' or t'': may hold interpolations
  std::uint32_t open = 0;     // bytes of prefix and opening quotes
  std::uint32_t quotes = 0;   // bytes of the closing quotes; 0 where they are missing
};

// Of one literal, from its prefix to its last quote.
StringShape string_shape(std::string_view literal);

// Appends what the text between the quotes stands for. False when that can't be known: \N{...} needs the
// Unicode names, which are not here.
bool append_decoded(std::string_view text, const StringShape& shape, std::string& out);

// True if append_decoded would change nothing.
bool is_plain(std::string_view text, const StringShape& shape);

// Of 10, 0x_ff, 0b1, 0o7, 017 and 10L; nothing for floats, complex numbers and what does not fit.
std::optional<std::int64_t> integer_value(std::string_view literal);

}  // namespace forklint::python
