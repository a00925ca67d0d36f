// Where the values of a JSON text lie, for a text that is known to be valid. Internal.
#pragma once

#include <cstdint>
#include <string_view>

#include "source/span.h"

namespace forklint {

class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text, std::uint32_t at = 0) : text_(text), at_(at) { skip_space(); }

  std::uint32_t at() const { return at_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Over a value, which it returns the place of; a string with its quotes.
  Span skip_value() {
    const std::uint32_t begin = at_;
    std::uint32_t depth = 0;
    do {
      const char c = peek();
      if (c == '"') {
        skip_string();
      } else {
        depth += c == '{' || c == '[' ? 1U : 0U;
        depth -= (c == '}' || c == ']') && depth > 0 ? 1U : 0U;
        ++at_;
        const bool is_word = depth == 0 && c != '}' && c != ']';
        while (is_word && at_ < text_.size() && !ends_word(text_[at_])) ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
    const Span value{begin, at_};
    skip_space();
    return value;
  }

  // Calls `visit(key with quotes, place of the value)` for each member of the object here.
  template <typename Visit>
  void for_each_member(Visit visit) {
    enter();
    while (peek() == '"') {
      const Span key = skip_value();
      enter();
      visit(text_.substr(key.begin, key.size()), skip_value());
      if (peek() == ',') enter();
    }
  }

  // Calls `visit(place)` for each item of the list here.
  template <typename Visit>
  void for_each_item(Visit visit) {
    enter();
    while (at_ < text_.size() && peek() != ']') {
      visit(skip_value());
      if (peek() == ',') enter();
    }
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  static bool ends_word(char c) { return c == ',' || c == '}' || c == ']' || c == ':' || is_space(c); }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  void enter() {
    ++at_;
    skip_space();
  }
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace forklint
