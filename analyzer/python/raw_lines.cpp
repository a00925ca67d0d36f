#include "python/raw_lines.h"

#include <algorithm>
#include <array>

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
  line.brackets = brackets_;
  line.is_blank = at_ == bytes_.size() || at_newline() || bytes_[at_] == '#';
  return true;
}

// To the start of the next line that is outside of a string and no continuation.
void RawScanner::scan_line() {
  while (at_ < bytes_.size()) {
    switch (bytes_[at_]) {
      case '\n':
      case '\r':
        skip_newline();
        return;
      case '#':
        at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
        break;
      case '"':
      case '\'':
        skip_string();
        break;
      case '\\':
        ++at_;
        if (at_ < bytes_.size() && at_newline()) skip_newline();
        break;
      case '(':
      case '[':
      case '{':
        open_bracket();
        break;
      case ')':
      case ']':
      case '}':
        if (brackets_ > 0) --brackets_;
        ++at_;
        break;
      default:
        ++at_;
    }
  }
}

void RawScanner::open_bracket() {
  ++brackets_;
  if (brackets_ > deepest_) {
    deepest_ = brackets_;
    deepest_at_ = static_cast<std::uint32_t>(at_);
  }
  ++at_;
}

void RawScanner::skip_newline() {
  const bool is_crlf = bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n';
  at_ += is_crlf ? 2 : 1;
}

// A string with single quotes ends at the end of its line, closed or not.
void RawScanner::skip_string() {
  const char quote = bytes_[at_];
  const bool is_triple = bytes_.size() - at_ >= 3 && bytes_[at_ + 1] == quote && bytes_[at_ + 2] == quote;
  at_ += is_triple ? 3 : 1;
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_];
    if (c == '\\') {
      ++at_;
      if (at_ < bytes_.size()) at_newline() ? skip_newline() : static_cast<void>(++at_);
    } else if (!is_triple && at_newline()) {
      return;
    } else if (c == quote && !is_triple) {
      ++at_;
      return;
    } else if (c == quote && bytes_.size() - at_ >= 3 && bytes_[at_ + 1] == quote &&
               bytes_[at_ + 2] == quote) {
      at_ += 3;
      return;
    } else {
      ++at_;
    }
  }
}

}  // namespace forklint::python
