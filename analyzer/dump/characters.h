// Small questions about characters, and a place in the text that moves on.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace forklint::dump {

inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
// Of names: Python's, C++'s, and those that compilers make (`f.constprop.0`, `<module>`).
inline bool is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '<' || c == '>' || c == ':' ||
         c == '$' || c == '~' || c == '?' || c == '@' || (c & 0x80) != 0;
}

// 0 for what is no number, or too large for one.
inline std::uint32_t to_number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

// A name or path over a broken line: the newline and the indentation behind it go.
inline std::string without_breaks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      out += text[at];
      continue;
    }
    while (at + 1 < text.size() && is_space(text[at + 1])) ++at;
  }
  return out;
}

class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ >= text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(at_ < text_.size() ? at_ : text_.size()); }
  void move(std::size_t count) { at_ += count; }
  void skip_space() { take_while(is_space); }

  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  template <typename Predicate>
  std::string_view take_while(Predicate holds, std::size_t limit = 4096) {
    const std::size_t begin = at_;
    while (!done() && at_ - begin < limit && holds(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace forklint::dump
