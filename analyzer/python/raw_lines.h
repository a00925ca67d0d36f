// Walks over the raw bytes of a Python file line by line, without a parser: where logical lines start, how
// deep they are indented and bracketed. Right for valid files; for broken ones as right as can be.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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
  // Where a string with triple quotes starts that is never closed; known at the end of the file.
  std::optional<std::uint32_t> unclosed_string() const { return unclosed_string_; }
  // Brackets that are open can't be closed any more: a new statement starts here.
  void forget_brackets();

 private:
  // An f-string whose text or replacement field is being read.
  struct Formatted {
    char quote = '"';
    std::size_t width = 1;  // 3 for triple quotes
    std::uint32_t begin = 0;
    std::vector<std::uint32_t> fields;  // brackets open within each replacement field that is open
    bool in_text = true;                // in the literal text, or in the format after a field's colon
  };

  void scan_line();
  void scan_token();
  void open_string();
  void skip_plain_string(char quote, std::size_t width);
  void scan_formatted_text();
  bool ends_field(char c) const;
  void open_bracket();
  void close_bracket();
  bool closes(char quote, std::size_t width) const;
  bool is_formatted_prefix() const;
  bool at_newline() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }
  bool in_formatted_text() const { return !formatted_.empty() && formatted_.back().in_text; }
  void skip_escape();
  void skip_newline();

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t brackets_ = 0;
  std::uint32_t deepest_ = 0;
  std::uint32_t deepest_at_ = 0;
  std::vector<Formatted> formatted_;
  std::optional<std::uint32_t> unclosed_string_;
  bool has_started_ = false;
};

// The keyword or name that the bytes start with.
std::string_view first_word(std::string_view bytes);

// Keywords that start a statement and can stand nowhere inside of an expression.
bool starts_statement_only(std::string_view word);

}  // namespace forklint::python
