// Text for people: colours where they are wanted, nothing that a terminal would obey unasked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "finding/run_result.h"

namespace forklint::report {

enum class Ink : std::uint8_t { plain, bold, error, warning, note, gutter, fix };

class Painter {
 public:
  explicit Painter(bool color) : color_(color) {}
  std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool color_;
};

Ink ink_of(Level level);
Ink ink_of(Notice::Kind kind);
std::string_view name_of(Notice::Kind kind);

// The lines of a finding's message, made visible.
struct MessageLines {
  std::string what;
  std::string why;
  std::string instead;
};

MessageLines message_lines(const Finding& finding);

// A path of the run as seen from the working directory; absolute where it lies outside of that.
std::string shown_path(const std::string& path, const RunResult& run);

// "path:line:column", columns in code points; the path alone where its source is gone.
std::string location_text(const Place& place, const RunResult& run);

// The source of a place; null as well where it has become shorter than the place says.
const SourceFile* source_of(const Place& place, const RunResult& run);

}  // namespace forklint::report
