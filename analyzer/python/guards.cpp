#include "python/guards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "python/raw_lines.h"

namespace forklint::python {
namespace {

std::optional<Refusal> check_encoding(std::string_view bytes) {
  // The longer marks first: UTF-32's begins as UTF-16's does.
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    return Refusal{"UTF-32 text, which Python does not read; not analysed"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Refusal{"UTF-16 text, which Python does not read; not analysed"};
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    return Refusal{"NUL byte in the text, which Python does not read; not analysed",
                   static_cast<std::uint32_t>(at), true};
  }
  return std::nullopt;
}

// The columns of the blocks that are open, as Python's tokenizer keeps them.
class Indentation {
 public:
  std::size_t enter(std::uint32_t column) {
    while (!columns_.empty() && columns_.back() > column) columns_.pop_back();
    const bool is_deeper = column > (columns_.empty() ? 0 : columns_.back());
    if (is_deeper) columns_.push_back(column);
    return columns_.size();
  }

 private:
  std::vector<std::uint32_t> columns_;
};

RawFacts check_nesting(std::string_view bytes, const Limits& limits) {
  RawFacts facts;
  RawScanner scanner(bytes);
  Indentation indentation;
  RawLine line;
  while (scanner.next(line) && scanner.deepest() <= limits.max_brackets) {
    if (line.is_blank) continue;
    const std::string_view word = first_word(bytes.substr(line.text));
    const bool is_statement = line.brackets == 0 || starts_statement_only(word);
    if (!is_statement) continue;
    if (line.brackets > 0) scanner.forget_brackets();
    facts.lines.push_back(line.text);
    if (indentation.enter(line.indent) <= limits.max_indentation) continue;
    facts.refusal = {fmt::format("more than {} levels of indentation; not analysed", limits.max_indentation),
                     line.text, true};
    return facts;
  }
  if (scanner.deepest() > limits.max_brackets) {
    facts.refusal = {fmt::format("brackets nested more than {} deep; not analysed", limits.max_brackets),
                     scanner.deepest_at(), true};
  }
  facts.unclosed_string = scanner.unclosed_string();
  return facts;
}

bool continues_statement(std::string_view word) {
  static constexpr std::array kWords = {std::string_view("elif"), std::string_view("else"),
                                        std::string_view("except"), std::string_view("finally")};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

RawFacts check_guards(std::string_view bytes, const Limits& limits) {
  RawFacts facts;
  if (bytes.size() > limits.max_bytes) {
    facts.refusal = {
        fmt::format("{} bytes, more than the limit of {}; not analysed", bytes.size(), limits.max_bytes)};
  } else {
    facts.refusal = check_encoding(bytes);
  }
  return facts.refusal ? facts : check_nesting(bytes, limits);
}

std::vector<std::uint32_t> statement_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts;
  RawScanner scanner(bytes);
  RawLine line;
  bool after_decorator = false;
  while (scanner.next(line)) {
    if (line.is_blank || line.indent > 0) continue;
    const std::string_view rest = bytes.substr(line.text);
    const std::string_view word = first_word(rest);
    if (line.brackets > 0) {
      if (!starts_statement_only(word)) continue;
      scanner.forget_brackets();
    }
    const bool is_closing = rest[0] == ')' || rest[0] == ']' || rest[0] == '}';
    if (!continues_statement(word) && !is_closing && !after_decorator) starts.push_back(line.begin);
    after_decorator = rest[0] == '@';
  }
  return starts;
}

}  // namespace forklint::python
