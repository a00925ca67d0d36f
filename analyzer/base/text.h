// Text as forklint meets it: bytes that ought to be UTF-8, often are not, and may end up on a terminal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace forklint::text {

struct CodePoint {
  char32_t value = 0;      // U+FFFD where the bytes are not UTF-8
  std::uint32_t size = 1;  // bytes it takes in the input, at least 1
  bool valid = true;
};

// The code point at `offset`, which must lie inside `bytes`. A broken sequence is replaced as Python and
// browsers do it: one U+FFFD for its longest valid beginning.
CodePoint decode(std::string_view bytes, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

// Where `word` begins next, from `from` on; npos for nowhere. For long texts: string_view::find stops at
// every byte that is the first of the word.
std::size_t find(std::string_view text, std::string_view word, std::size_t from = 0);

// Where the line around `at` begins, and the newline that ends it, or the end of the text.
std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);
inline std::string_view first_line(std::string_view text) { return text.substr(0, line_end(text, 0)); }

bool is_ascii(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// `bytes` with everything that is not UTF-8 replaced by U+FFFD.
std::string to_valid_utf8(std::string_view bytes);

// Columns that a terminal needs: 0 for combining marks, 2 for wide characters.
std::uint32_t display_width(char32_t code_point);
std::uint32_t display_width(std::string_view utf8);

// Whether a terminal would act on it instead of showing it: C0 except tab, DEL, C1, bidirectional controls.
bool is_control(char32_t code_point);

// Valid UTF-8 that a terminal shows and does not obey: controls become glyphs ("␛") or escapes ("\u{202e}").
std::string visible(std::string_view bytes);

// The candidate that `word` is most likely a misspelling of; nothing where none is near.
std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates);
std::optional<std::string_view> closest(std::string_view word, std::span<const std::string> candidates);

// "; did you mean 'x'?" or "" where no candidate is near: the end of an error line.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates);
std::string suggestion(std::string_view word, std::span<const std::string> candidates);

// "a", "a and b", "a, b and c".
std::string join_words(std::span<const std::string> words, std::string_view conjunction = "and");

// "1 file", "2 files".
std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace forklint::text
