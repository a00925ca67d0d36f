// Workflow commands of GitHub Actions: one line for each finding becomes an annotation in the pull request.
#include <fmt/format.h>

#include "base/text.h"
#include "report/formats.h"
#include "report/on_disk.h"
#include "report/repository_path.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

std::string_view command_of(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      break;
  }
  return "notice";
}

// What would end the command or one of its properties is written as a browser would escape it.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char byte : text) {
    if (special.find(byte) == std::string_view::npos) {
      out += byte;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return out;
}

std::string in_property(std::string_view text) { return escaped(text::to_valid_utf8(text), "%\r\n:,"); }
std::string in_message(std::string_view text) { return escaped(text::to_valid_utf8(text), "%\r\n"); }

// Columns are only understood within one line.
std::string place_properties(const Place& place, const RunResult& run) {
  std::string out = "file=" + in_property(repository_path(place.path, run));
  const SourceFile* source = source_of(place, run);
  if (source == nullptr) return out;
  const auto [file, span] = on_disk(*source, place.span);
  const Position begin = file->position(span.begin, ColumnUnit::utf16);
  const Position end = file->position(span.end, ColumnUnit::utf16);
  out += fmt::format(",line={},endLine={}", begin.line, end.line);
  if (begin.line == end.line) out += fmt::format(",col={},endColumn={}", begin.column, end.column);
  return out;
}

}  // namespace

void render_github(const RunResult& run, std::ostream& out) {
  for (const Finding& finding : run.findings) {
    const std::string title = fmt::format("{} ({})", finding.rule->id, finding.rule->name);
    out << fmt::format("::{} {},title={}::{}\n", command_of(finding.level),
                       place_properties(finding.place, run), in_property(title),
                       in_message(cell_prefix(finding.place, run) + message_text(finding)));
  }
}

}  // namespace forklint::report
