#include "python/raw_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace forklint::python {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view first_word(std::string_view bytes) {
  const auto end = std::find_if_not(bytes.begin(), bytes.end(), is_word);
  return bytes.substr(0, static_cast<std::size_t>(end - bytes.begin()));
}

bool starts_statement_only(std::string_view word) {
  static constexpr std::array kWords = {
      std::string_view("def"),   std::string_view("class"),  std::string_view("import"),
      std::string_view("while"), std::string_view("try"),    std::string_view("with"),
      std::string_view("raise"), std::string_view("return"), std::string_view("del"),
      std::string_view("pass"),  std::string_view("global"), std::string_view("assert"),
  };
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool RawScanner::next(RawLine& line) {
  if (has_started_) scan_line();
  has_started_ = true;
  if (at_ >= bytes_.size()) return false;
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  line.begin = static_cast<std::uint32_t>(at_);
  if (at_ == 0 && bytes_.starts_with(kBom)) at_ += kBom.size();
  line.indent = 0;
  for (; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (c == ' ') {
      ++line.indent;
    } else if (c == '\t') {
      line.indent = (line.indent / 8 + 1) * 8;
    } else if (c == '\f') {
      line.indent = 0;
    } else {
      break;
    }
  }
  line.text = static_cast<std::uint32_t>(at_);
  // A newline in the field of an f-string is as one in brackets.
  line.brackets = brackets_ + (formatted_.empty() ? 0 : 1);
  line.is_blank = at_ == bytes_.size() || at_newline() || bytes_[at_] == '#';
  return true;
}

// To the start of the next line that is outside of a string and no continuation.
void RawScanner::scan_line() {
  while (at_ < bytes_.size()) {
    if (in_formatted_text()) {
      scan_formatted_text();
    } else if (at_newline()) {
      skip_newline();
      return;
    } else {
      scan_token();
    }
  }
  const bool is_open = !formatted_.empty() && formatted_.front().width == 3;
  if (is_open && !unclosed_string_) unclosed_string_ = formatted_.front().begin;
}

void RawScanner::scan_token() {
  const char c = bytes_[at_];
  if (ends_field(c)) {
    Formatted& outer = formatted_.back();
    outer.in_text = true;
    if (c == '}') outer.fields.pop_back();
    ++at_;
    return;
  }
  switch (c) {
    case '#':
      at_ = text::line_end(bytes_, at_);
      break;
    case '"':
    case '\'':
      open_string();
      break;
    case '\\':
      skip_escape();
      break;
    case '(':
    case '[':
    case '{':
      open_bracket();
      break;
    case ')':
    case ']':
    case '}':
      close_bracket();
      break;
    default:
      ++at_;
  }
}

// A field of an f-string ends at its brace, its expression at the colon before the format.
bool RawScanner::ends_field(char c) const {
  if (formatted_.empty() || (c != '}' && c != ':')) return false;
  return formatted_.back().fields.back() == 0;
}

void RawScanner::open_bracket() {
  if (!formatted_.empty()) ++formatted_.back().fields.back();
  ++brackets_;
  if (brackets_ > deepest_) {
    deepest_ = brackets_;
    deepest_at_ = static_cast<std::uint32_t>(at_);
  }
  ++at_;
}

void RawScanner::close_bracket() {
  if (!formatted_.empty() && formatted_.back().fields.back() > 0) --formatted_.back().fields.back();
  if (brackets_ > 0) --brackets_;
  ++at_;
}

void RawScanner::forget_brackets() {
  brackets_ = 0;
  formatted_.clear();
}

void RawScanner::skip_escape() {
  ++at_;
  if (at_ == bytes_.size()) return;
  if (at_newline()) {
    skip_newline();
  } else if (in_formatted_text() && bytes_[at_] != '{' && bytes_[at_] != '}') {
    // Braces can't be escaped by it.
    ++at_;
  }
}

void RawScanner::skip_newline() {
  const bool is_crlf = bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n';
  at_ += is_crlf ? 2 : 1;
}

bool RawScanner::closes(char quote, std::size_t width) const {
  if (bytes_.size() - at_ < width) return false;
  for (std::size_t i = 0; i < width; ++i)
    if (bytes_[at_ + i] != quote) return false;
  return true;
}

// Up to two letters before the quote: f, F, t, T, with or without r.
bool RawScanner::is_formatted_prefix() const {
  bool is_formatted = false;
  for (std::size_t i = at_; i > 0 && is_word(bytes_[i - 1]); --i) {
    const char letter = static_cast<char>(bytes_[i - 1] | 0x20);
    if (at_ - i >= 2 || (letter != 'f' && letter != 't' && letter != 'r')) return false;
    is_formatted = is_formatted || letter != 'r';
  }
  return is_formatted;
}

void RawScanner::open_string() {
  const char quote = bytes_[at_];
  const std::size_t width = closes(quote, 3) ? 3 : 1;
  const bool is_formatted = is_formatted_prefix();
  const auto begin = static_cast<std::uint32_t>(at_);
  at_ += width;
  if (is_formatted) {
    formatted_.push_back({quote, width, begin, {}, true});
    return;
  }
  skip_plain_string(quote, width);
  const bool is_unclosed = width == 3 && at_ >= bytes_.size() && !bytes_.ends_with(std::string(3, quote));
  if (is_unclosed && !unclosed_string_) unclosed_string_ = begin;
}

// A string with single quotes ends at the end of its line, closed or not.
void RawScanner::skip_plain_string(char quote, std::size_t width) {
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_];
    if (c == '\\') {
      ++at_;
      if (at_ < bytes_.size()) at_newline() ? skip_newline() : static_cast<void>(++at_);
    } else if (c == quote && closes(quote, width)) {
      at_ += width;
      return;
    } else if (width == 1 && at_newline()) {
      return;
    } else {
      ++at_;
    }
  }
}

// One step in the literal text of an f-string, or in the format of one of its fields.
void RawScanner::scan_formatted_text() {
  Formatted& string = formatted_.back();
  const char c = bytes_[at_];
  const bool is_doubled = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == c;
  const bool in_format = !string.fields.empty();
  if (c == '\\') {
    skip_escape();
  } else if (closes(string.quote, string.width)) {
    at_ += string.width;
    formatted_.pop_back();
  } else if (string.width == 1 && at_newline()) {
    // Unclosed: valid strings have a newline in a field only.
    formatted_.pop_back();
  } else if (c == '{' && is_doubled && !in_format) {
    at_ += 2;
  } else if (c == '{') {
    string.fields.push_back(0);
    string.in_text = false;
    ++at_;
  } else if (c == '}' && in_format) {
    string.fields.pop_back();
    string.in_text = true;
    ++at_;
  } else {
    ++at_;
  }
}

}  // namespace forklint::python
