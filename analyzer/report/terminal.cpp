#include "report/terminal.h"

#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"

namespace forklint::report {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "\x1B[1m";
    case Ink::error:
      return "\x1B[1;31m";
    case Ink::warning:
      return "\x1B[1;33m";
    case Ink::note:
      return "\x1B[1;36m";
    case Ink::gutter:
      return "\x1B[1;34m";
    case Ink::fix:
      return "\x1B[1;32m";
  }
  return "";
}

// The line at the front of `text`, which loses it.
std::string take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string line = text::visible(text.substr(0, end));
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

}  // namespace

std::string Painter::operator()(Ink ink, std::string_view text) const {
  const std::string_view code = code_of(ink);
  if (!color_ || code.empty() || text.empty()) return std::string(text);
  return fmt::format("{}{}\x1B[0m", code, text);
}

Ink ink_of(Level level) {
  if (level == Level::error) return Ink::error;
  return level == Level::warning ? Ink::warning : Ink::note;
}

Ink ink_of(Notice::Kind kind) {
  if (kind == Notice::Kind::error) return Ink::error;
  return kind == Notice::Kind::warning ? Ink::warning : Ink::note;
}

std::string_view name_of(Notice::Kind kind) {
  if (kind == Notice::Kind::error) return "error";
  return kind == Notice::Kind::warning ? "warning" : "note";
}

MessageLines message_lines(const Finding& finding) {
  const std::string whole = message_text(finding);
  std::string_view rest = whole;
  MessageLines lines;
  lines.what = take_line(rest);
  lines.why = take_line(rest);
  lines.instead = take_line(rest);
  return lines;
}

const SourceFile* source_of(const Place& place, const RunResult& run) {
  const SourceFile* source = run.source ? run.source(place.path) : nullptr;
  const bool fits =
      source != nullptr && place.span.begin <= place.span.end && place.span.end <= source->bytes().size();
  return fits ? source : nullptr;
}

std::string shown_path(const std::string& path, const RunResult& run) {
  if (path == SourceFile::kStandardInput || run.working_directory.empty()) return path;
  std::string absolute = path::join(run.root, path);
  return path::relative_to(absolute, run.working_directory).value_or(std::move(absolute));
}

std::string location_text(const Place& place, const RunResult& run) {
  const SourceFile* source = source_of(place, run);
  std::string path = text::visible(shown_path(place.path, run));
  if (source == nullptr) return path;
  const auto [cell, at] = source->shown_position(place.span.begin, ColumnUnit::code_point);
  if (cell != 0) path += fmt::format(":cell {}", cell);
  return fmt::format("{}:{}:{}", path, at.line, at.column);
}

}  // namespace forklint::report
