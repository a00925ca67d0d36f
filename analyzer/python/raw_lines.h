// Walks over the raw bytes of a Python file line by line, without a parser: where lines start, how deep they
// are indented and bracketed. Right for valid files; for broken ones as right as can be.
#pragma once

#include <cstdint>
#include <string_view>

namespace forklint::python {

// A line that starts outside of a string and does not continue the line before by a backslash.
struct RawLine {
  std::uint32_t begin = 0;     // of the line
  std::uint32_t text = 0;      // of the first byte that is not space
  std::uint32_t indent = 0;    // in columns, tabs to multiples of eight
  std::uint32_t brackets = 0;  // open where the line starts
  bool is_blank = false;       // only space or a comment
};

class RawScanner {
 public:
  explicit RawScanner(std::string_view bytes) : bytes_(bytes) {}

  // The next line; false at the end of the file.
  bool next(RawLine& line);
  // Deepest nesting of brackets so far, and where it was reached.
  std::uint32_t deepest() const { return deepest_; }
  std::uint32_t deepest_at() const { return deepest_at_; }
  // Brackets that the current line leaves open can't be closed any more: a new statement starts here.
  void forget_brackets() { brackets_ = 0; }

 private:
  void scan_line();
  void skip_string();
  void open_bracket();
  bool at_newline() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }
  void skip_newline();

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t brackets_ = 0;
  std::uint32_t deepest_ = 0;
  std::uint32_t deepest_at_ = 0;
  bool has_started_ = false;
};

// The keyword or name that the bytes start with.
std::string_view first_word(std::string_view bytes);

// Keywords that start a statement and can stand nowhere inside of an expression.
bool starts_statement_only(std::string_view word);

}  // namespace forklint::python
