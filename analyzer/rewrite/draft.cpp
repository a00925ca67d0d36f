#include "rewrite/draft.h"

#include <algorithm>

namespace forklint::rewrite {
namespace {

using program::Module;

std::string with_newlines_of(const Module& module, std::string text) {
  const Newline newline = module.syntax.source().newline();
  if (newline == Newline::lf || text.find('\n') == std::string::npos) return text;
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += newline == Newline::crlf ? "\r\n" : "\r";
    } else {
      result += c;
    }
  }
  return result;
}

bool ends_line(char c) { return c == '\n' || c == '\r'; }

}  // namespace

void Draft::replace(const Module& module, Span span, std::string replacement) {
  edits_.push_back({module.path(), span, with_newlines_of(module, std::move(replacement))});
}

void Draft::insert(const Module& module, std::uint32_t offset, std::string text) {
  replace(module, {offset, offset}, std::move(text));
}

void Draft::add(const Draft& other) { edits_.insert(edits_.end(), other.edits_.begin(), other.edits_.end()); }

std::vector<Edit> Draft::sorted() const {
  std::vector<Edit> edits = edits_;
  std::sort(edits.begin(), edits.end());
  edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
  return edits;
}

bool Draft::collides() const {
  const std::vector<Edit> edits = sorted();
  return std::adjacent_find(edits.begin(), edits.end(), [](const Edit& left, const Edit& right) {
           return left.path == right.path &&
                  (left.span.begin == right.span.begin || right.span.begin < left.span.end);
         }) != edits.end();
}

Fix Draft::finish(std::string title, Applicability applicability) const {
  return {std::move(title), applicability, sorted()};
}

std::string text_of(const Module& module, Span span) {
  return std::string(module.syntax.source().text(span));
}

std::uint32_t line_start(const Module& module, std::uint32_t offset) {
  const std::string_view bytes = module.syntax.source().bytes();
  while (offset > 0 && !ends_line(bytes[offset - 1])) --offset;
  constexpr std::uint32_t kByteOrderMark = 3;
  return offset == 0 && module.syntax.source().has_bom() ? kByteOrderMark : offset;
}

std::string indentation_at(const Module& module, std::uint32_t offset) {
  const std::string_view bytes = module.syntax.source().bytes();
  const std::uint32_t begin = line_start(module, offset);
  std::uint32_t end = begin;
  while (end < bytes.size() && (bytes[end] == ' ' || bytes[end] == '\t')) ++end;
  return std::string(bytes.substr(begin, end - begin));
}

std::uint32_t next_line(const Module& module, std::uint32_t offset) {
  const std::string_view bytes = module.syntax.source().bytes();
  while (offset < bytes.size() && !ends_line(bytes[offset])) ++offset;
  if (offset < bytes.size() && bytes[offset] == '\r' && offset + 1 < bytes.size() &&
      bytes[offset + 1] == '\n')
    ++offset;
  return offset < bytes.size() ? offset + 1 : offset;
}

}  // namespace forklint::rewrite
