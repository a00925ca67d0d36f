// Words in text that nobody has parsed: Python's and C's names, by bytes.
#pragma once

#include <string_view>

#include "base/text.h"

namespace forklint::text {

// Part of a name. Bytes beyond ASCII are: all but a few of what UTF-8 makes of them may stand in one.
constexpr bool is_name_byte(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c & 0x80) != 0;
}

// Whether the word stands in the text by itself, and `accept` takes what follows it there.
template <typename Accept>
bool holds_word(std::string_view text, std::string_view word, Accept accept) {
  for (std::size_t at = text::find(text, word); at != std::string_view::npos;
       at = text::find(text, word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool is_word =
        (at == 0 || !is_name_byte(text[at - 1])) && (end == text.size() || !is_name_byte(text[end]));
    if (is_word && accept(text.substr(end))) return true;
  }
  return false;
}

inline bool holds_word(std::string_view text, std::string_view word) {
  return holds_word(text, word, [](std::string_view) { return true; });
}

// Calls for `a` and `a.b` of `a.b.c`, not for the whole.
template <typename Visit>
void for_each_beginning(std::string_view dotted, Visit visit) {
  for (std::size_t dot = dotted.find('.'); dot != std::string_view::npos; dot = dotted.find('.', dot + 1)) {
    visit(dotted.substr(0, dot));
  }
}

}  // namespace forklint::text
