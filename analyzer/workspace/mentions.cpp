#include <algorithm>

#include "base/text.h"
#include "base/word.h"
#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

using text::is_name_byte;

bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_blank(char c) { return is_space(c) || c == '\n' || c == '\r' || c == '\\'; }

// The words that can stand directly before or behind a name in code. Any other makes it prose.
constexpr std::string_view kKeywords[] = {
    "and",      "as",   "assert", "async", "await",  "case",   "class",  "def",   "del",  "elif",   "else",
    "except",   "exec", "for",    "from",  "global", "if",     "import", "in",    "is",   "lambda", "match",
    "nonlocal", "not",  "or",     "print", "raise",  "return", "type",   "while", "with", "yield"};

bool is_keyword(std::string_view word) {
  return std::find(std::begin(kKeywords), std::end(kKeywords), word) != std::end(kKeywords);
}

}  // namespace

std::size_t Mentions::find(std::string_view name, std::size_t from) const {
  return text::find(bytes_.substr(0, end_), name, from);
}

bool Mentions::any(std::string_view name) const {
  return any(name, [](Chain) { return true; });
}

bool Mentions::any(std::string_view name, const std::function<bool(Chain)>& accepts) const {
  // `import .....foo`, in prose, names nothing.
  if (name.empty()) return false;
  std::vector<std::string_view> chain;
  for (std::size_t at = find(name, begin_); at != std::string_view::npos; at = find(name, at + name.size())) {
    const std::size_t end = at + name.size();
    if (!stands_alone(at, end)) continue;
    read_chain(end, chain);
    if (accepts(chain)) return true;
  }
  return false;
}

bool Mentions::stands_alone(std::size_t begin, std::size_t end) const {
  const char before = begin == 0 ? '\n' : bytes_[begin - 1];
  const char after = end == bytes_.size() ? '\n' : bytes_[end];
  if (is_name_byte(before) || before == '.' || is_name_byte(after)) return false;
  // The beginning of a string, the scheme of an address.
  if (is_quote(before) || bytes_.substr(end).starts_with("://")) return false;
  if (is_prose(begin, end)) return false;
  // Imports are in order of the text, and a statement with several has the same place for all of them.
  const auto& imports = imports_.imports;
  const auto behind =
      std::upper_bound(imports.begin(), imports.end(), begin,
                       [](std::size_t place, const ScannedImport& import) { return place < import.begin; });
  return behind == imports.begin() || end > std::prev(behind)->end;
}

// Comments and sentences: two names side by side are no Python, but where one of them is a keyword.
bool Mentions::is_prose(std::size_t begin, std::size_t end) const {
  std::size_t word_end = begin;
  while (word_end > 0 && is_space(bytes_[word_end - 1])) --word_end;
  std::size_t word = word_end;
  while (word > 0 && is_name_byte(bytes_[word - 1])) --word;
  if (word < word_end && !is_keyword(bytes_.substr(word, word_end - word))) return true;
  word = end;
  while (word < bytes_.size() && is_space(bytes_[word])) ++word;
  word_end = word;
  while (word_end < bytes_.size() && is_name_byte(bytes_[word_end])) ++word_end;
  if (word < word_end && !is_keyword(bytes_.substr(word, word_end - word))) return true;
  // A line that begins as a comment is one, or text of a string.
  std::size_t first = text::line_begin(bytes_, begin);
  while (first < begin && is_space(bytes_[first])) ++first;
  return bytes_[first] == '#';
}

std::size_t Mentions::skip_blanks(std::size_t at) const {
  while (at < bytes_.size() && is_blank(bytes_[at])) ++at;
  return at;
}

void Mentions::read_chain(std::size_t at, std::vector<std::string_view>& chain) const {
  chain.clear();
  for (at = skip_blanks(at); at < bytes_.size() && bytes_[at] == '.'; at = skip_blanks(at)) {
    const std::size_t begin = skip_blanks(at + 1);
    std::size_t end = begin;
    while (end < bytes_.size() && is_name_byte(bytes_[end])) ++end;
    if (end == begin) return;
    chain.push_back(bytes_.substr(begin, end - begin));
    at = end;
  }
}

}  // namespace forklint::workspace
