#include "rewrite/block_text.h"

#include <algorithm>

#include "python/raw_lines.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {
namespace {

using program::Module;

bool is_empty_line(const Module& module, std::uint32_t line) {
  const std::string_view bytes = module.syntax.source().bytes();
  while (line < bytes.size() && (bytes[line] == ' ' || bytes[line] == '\t' || bytes[line] == '\f')) ++line;
  return line == bytes.size() || bytes[line] == '\n' || bytes[line] == '\r';
}

bool is_comment_line(const Module& module, std::uint32_t line) {
  const std::string_view bytes = module.syntax.source().bytes();
  const std::size_t at = line + indentation_at(module, line).size();
  return at < bytes.size() && bytes[at] == '#';
}

// `line` is not the first one.
std::uint32_t line_above(const Module& module, std::uint32_t line) {
  const std::string_view bytes = module.syntax.source().bytes();
  const bool is_crlf = line > 1 && bytes[line - 1] == '\n' && bytes[line - 2] == '\r';
  return line_start(module, line - (is_crlf ? 2 : 1));
}

}  // namespace

std::vector<std::uint32_t> movable_lines(const Module& module, Span span) {
  std::vector<std::uint32_t> lines;
  python::RawScanner scanner(module.syntax.source().bytes());
  for (python::RawLine line; scanner.next(line);) {
    if (line.begin >= span.end) break;
    if (line.begin >= span.begin && !is_empty_line(module, line.begin)) lines.push_back(line.begin);
  }
  return lines;
}

std::string with_plain_newlines(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      result += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::optional<std::string> moved_left(const Module& module, Span span, const std::string& indentation,
                                      std::vector<TextChange> changes) {
  const std::string_view bytes = module.syntax.source().bytes();
  for (const std::uint32_t line : movable_lines(module, span)) {
    if (bytes.substr(line, indentation.size()) != indentation) return std::nullopt;
    changes.push_back({{line, line + static_cast<std::uint32_t>(indentation.size())}, ""});
  }
  std::sort(changes.begin(), changes.end(), [](const TextChange& left, const TextChange& right) {
    return left.span.begin < right.span.begin;
  });
  std::string text;
  std::uint32_t at = span.begin;
  for (const TextChange& change : changes) {
    if (change.span.begin < at) return std::nullopt;
    text += bytes.substr(at, change.span.begin - at);
    text += change.text;
    at = change.span.end;
  }
  if (at < span.end) text += bytes.substr(at, span.end - at);
  return with_plain_newlines(text);
}

std::string indentation_unit(const Module& module) {
  python::RawScanner scanner(module.syntax.source().bytes());
  for (python::RawLine line; scanner.next(line);) {
    if (line.indent > 0 && line.brackets == 0 && !line.is_blank) return indentation_at(module, line.begin);
  }
  return "    ";
}

std::uint32_t with_comments_above(const Module& module, std::uint32_t line) {
  const std::string indentation = indentation_at(module, line);
  while (line > 0) {
    const std::uint32_t above = line_above(module, line);
    // The first lines may say the encoding, or what runs the script.
    const bool is_first = above == line_start(module, 0);
    if (above >= line || is_first || !is_comment_line(module, above) ||
        indentation_at(module, above) != indentation)
      break;
    line = above;
  }
  return line;
}

}  // namespace forklint::rewrite
