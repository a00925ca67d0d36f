#include "rewrite/draft.h"

#include <algorithm>

#include "source/notebook.h"

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

void sort_out(std::vector<Edit>& edits) {
  std::sort(edits.begin(), edits.end());
  edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
}

bool is_at(const Edit& edit, const Edit& other) {
  return edit.path == other.path && edit.span.begin == other.span.begin;
}

// Lines at one place become one insertion; `lines` are sorted, which is how imports are read best.
void join_lines(std::vector<Edit> lines, std::vector<Edit>& edits) {
  sort_out(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && is_at(lines[i], lines[i - 1])) {
      edits.back().replacement += lines[i].replacement;
    } else {
      edits.push_back(lines[i]);
    }
  }
}

void join_prefixes(std::vector<Edit> prefixes, std::vector<Edit>& edits) {
  sort_out(prefixes);
  for (const Edit& prefix : prefixes) {
    const auto there =
        std::find_if(edits.begin(), edits.end(), [&](const Edit& edit) { return is_at(edit, prefix); });
    if (there == edits.end()) {
      edits.push_back(prefix);
    } else if (there->span.size() == 0) {
      there->replacement += prefix.replacement;
    } else {
      there->replacement.insert(0, prefix.replacement);
    }
  }
}

}  // namespace

void Draft::replace(const Module& module, Span span, std::string replacement) {
  if (const Notebook* notebook = module.syntax.source().notebook())
    leaves_cell_ = leaves_cell_ || !notebook->on_disk(span, "");
  edits_.push_back({module.path(), span, with_newlines_of(module, std::move(replacement))});
}

void Draft::insert(const Module& module, std::uint32_t offset, std::string text) {
  replace(module, {offset, offset}, std::move(text));
}

void Draft::put_before(const Module& module, std::uint32_t offset, std::string text) {
  prefixes_.push_back({module.path(), {offset, offset}, with_newlines_of(module, std::move(text))});
}

void Draft::insert_import(const Module& module, std::uint32_t offset, std::string line) {
  imports_.push_back({module.path(), {offset, offset}, with_newlines_of(module, std::move(line))});
}

void Draft::add(const Draft& other) {
  edits_.insert(edits_.end(), other.edits_.begin(), other.edits_.end());
  prefixes_.insert(prefixes_.end(), other.prefixes_.begin(), other.prefixes_.end());
  leaves_cell_ = leaves_cell_ || other.leaves_cell_;
  imports_.insert(imports_.end(), other.imports_.begin(), other.imports_.end());
}

std::vector<Edit> Draft::sorted() const {
  std::vector<Edit> edits = edits_;
  sort_out(edits);
  join_lines(imports_, edits);
  join_prefixes(prefixes_, edits);
  std::sort(edits.begin(), edits.end());
  return edits;
}

bool Draft::collides() const {
  if (leaves_cell_) return true;
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
