#include "report/on_disk.h"

#include <fmt/format.h>

#include "report/terminal.h"
#include "source/notebook.h"

namespace forklint::report {

OnDisk on_disk(const SourceFile& source, Span span) {
  if (source.notebook() == nullptr) return {&source, span};
  return {&source.notebook()->file(), source.notebook()->on_disk(span)};
}

std::string cell_of(const Place& place, const RunResult& run) {
  const SourceFile* source = source_of(place, run);
  if (source == nullptr || source->notebook() == nullptr) return {};
  return fmt::format("cell {}", source->notebook()->cell_number(place.span.begin));
}

std::string cell_prefix(const Place& place, const RunResult& run) {
  const std::string cell = cell_of(place, run);
  if (cell.empty()) return {};
  const Position at =
      source_of(place, run)->shown_position(place.span.begin, ColumnUnit::code_point).position;
  return fmt::format("{}, line {}: ", cell, at.line);
}

}  // namespace forklint::report
