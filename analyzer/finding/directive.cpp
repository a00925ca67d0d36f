#include "finding/directive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace forklint {
namespace {

constexpr std::string_view kBlanks = " \t\f\v\r";

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string in_upper_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), upper);
  return result;
}

// Reads forward in one directive's text and knows where it is in the comment's.
class Reader {
 public:
  Reader(std::string_view text, std::size_t from, std::size_t to) : text_(text), at_(from), end_(to) {}

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_); }
  bool at_end() const { return at_ == end_; }
  std::string_view rest() const { return text_.substr(at_, end_ - at_); }
  void skip_blanks() {
    while (!at_end() && is_blank(text_[at_])) ++at_;
  }
  // Blanks before it are skipped.
  bool take(char expected) {
    skip_blanks();
    if (at_end() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }
  template <typename Test>
  std::string_view take_while(Test test) {
    const std::size_t begin = at_;
    while (!at_end() && test(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
};

// "-- reason", and the same with other punctuation that people put there.
std::string justification_in(std::string_view tail) {
  tail = trimmed(tail);
  while (!tail.empty() && (tail.front() == '-' || tail.front() == ':')) tail.remove_prefix(1);
  return std::string(trimmed(tail));
}

std::string unknown_word(std::string_view word) {
  constexpr std::array<std::string_view, 2> kWords = {"ignore", "ignore-file"};
  std::string suggestion = text::suggestion(word, kWords);
  if (suggestion.empty()) suggestion = "; write 'forklint: ignore[RULE]' or 'forklint: ignore-file[RULE]'";
  return fmt::format("'{}' is no forklint comment{}", text::visible(word), suggestion);
}

// What follows "ignore" or "ignore-file". The complaint, or "" when all was understood.
std::string read_rules(Reader& reader, Directive& directive) {
  if (reader.take('[')) {
    directive.list.begin = reader.offset();
    std::string_view list = reader.take_while([](char c) { return c != ']'; });
    directive.list.end = reader.offset();
    if (!reader.take(']')) return "']' is missing after the rules to ignore";
    while (!list.empty()) {
      const std::size_t comma = list.find(',');
      const std::string_view name = trimmed(list.substr(0, comma));
      if (!name.empty()) directive.selectors.push_back(in_upper_case(name));
      list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    if (directive.selectors.empty()) return "no rule stands between the brackets";
  } else if (const std::string_view tail = trimmed(reader.rest()); !tail.empty() && !tail.starts_with("--")) {
    return fmt::format("rules to ignore stand in brackets and a reason after '--', not '{}'",
                       text::visible(tail));
  }
  directive.justification = justification_in(reader.rest());
  return "";
}

std::string read_forklint(Reader& reader, Directive& directive) {
  reader.skip_blanks();
  const std::string_view word =
      reader.take_while([](char c) { return is_letter(c) || c == '-' || c == '_'; });
  const std::string name = in_upper_case(word);
  if (name == "IGNORE") {
    directive.kind = Directive::Kind::ignore;
  } else if (name == "IGNORE-FILE" || name == "IGNORE_FILE") {
    directive.kind = Directive::Kind::ignore_file;
  } else {
    return unknown_word(word.empty() ? trimmed(reader.rest()) : word);
  }
  return read_rules(reader, directive);
}

// Codes up to the first word that is none: what follows is prose. Whether one of them is forklint's.
bool read_noqa(Reader& reader, Directive& directive) {
  directive.kind = Directive::Kind::noqa;
  reader.skip_blanks();
  directive.list = {reader.offset(), reader.offset()};
  while (true) {
    reader.take_while([](char c) { return is_blank(c) || c == ','; });
    Reader ahead = reader;
    const std::string_view letters = ahead.take_while(is_letter);
    const std::string_view digits = ahead.take_while(is_digit);
    if (letters.empty() || digits.empty()) break;
    const std::string code = in_upper_case(letters) + std::string(digits);
    (code.starts_with("FRK") ? directive.selectors : directive.foreign).push_back(code);
    reader = ahead;
    directive.list.end = reader.offset();
  }
  directive.justification = justification_in(reader.rest());
  return !directive.selectors.empty();
}

// clang-tidy's form. Without a list, or with other tools' checks alone, it does not speak of forks.
void read_nolint(Reader& reader, std::size_t begin, Directive& directive) {
  directive.kind = Directive::Kind::noqa;
  if (!reader.take('(')) return;
  directive.list.begin = reader.offset();
  std::string_view list = reader.take_while([](char c) { return c != ')'; });
  directive.list.end = reader.offset();
  if (!reader.take(')')) return;
  directive.span = {static_cast<std::uint32_t>(begin), reader.offset()};
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string code = in_upper_case(trimmed(list.substr(0, comma)));
    if (!code.empty()) (code.starts_with("FRK") ? directive.selectors : directive.foreign).push_back(code);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  directive.justification = justification_in(reader.rest());
}

// One part of a comment, from its mark to the next one.
void read_part(std::string_view text, std::size_t begin, std::size_t end, ParsedComment& result) {
  Reader reader(text, begin, end);
  reader.take_while([](char c) { return c == '#' || c == '/' || c == '*'; });
  reader.skip_blanks();
  const std::string name = in_upper_case(reader.take_while(is_letter));
  Directive directive;
  if (name == "NOLINT" || name == "NOLINTNEXTLINE") {
    directive.next_line = name == "NOLINTNEXTLINE";
    read_nolint(reader, begin, directive);
    if (!directive.selectors.empty()) result.directives.push_back(std::move(directive));
    return;
  }
  if ((name != "FORKLINT" && name != "NOQA") || !reader.take(':')) return;
  const std::size_t shown = begin + trimmed(text.substr(begin, end - begin)).size();
  directive.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(shown)};
  if (name == "NOQA") {
    if (read_noqa(reader, directive)) result.directives.push_back(std::move(directive));
    return;
  }
  std::string complaint = read_forklint(reader, directive);
  if (complaint.empty()) {
    result.directives.push_back(std::move(directive));
  } else if (!result.complaint) {
    result.complaint = std::move(complaint);
  }
}

}  // namespace

ParsedComment parse_directives(std::string_view text) {
  ParsedComment result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    // A mark in the middle of a word ("issue#12") begins nothing new.
    std::size_t end = text.find('#', begin + 1);
    while (end != std::string_view::npos && !is_blank(text[end - 1])) end = text.find('#', end + 1);
    end = std::min(end, text.size());
    read_part(text, begin, end, result);
    begin = end;
  }
  return result;
}

}  // namespace forklint
