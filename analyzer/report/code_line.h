// One line of source as a terminal shows it, with a mark under a part of it.
#pragma once

#include <cstdint>
#include <string>

#include "source/source_file.h"

namespace forklint::report {

struct CodeLine {
  std::string text;               // tabs expanded, controls visible, cut to a readable width
  std::uint32_t mark_column = 0;  // columns of the terminal before the mark
  std::uint32_t mark_width = 1;   // columns under the mark, at least 1
};

// The line on which `span` begins, cut around it: only that part of a very long line is looked at. A span
// that goes on behind the line is marked to the line's end.
CodeLine code_line(const SourceFile& source, Span span);

}  // namespace forklint::report
