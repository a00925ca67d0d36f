// Renderers: from a RunResult to text. They know findings and rule metadata, nothing else.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "finding/run_result.h"

namespace forklint::report {

enum class Format : std::uint8_t { full, concise, json, sarif, github, gitlab, junit };

std::optional<Format> format_named(std::string_view name);
std::vector<std::string_view> format_names();

struct Style {
  bool color = false;  // full and concise only
  bool show_suppressed = false;
  bool summary = true;         // the closing line of full and concise
  std::string sarif_category;  // "" leaves automationDetails out
};

// Writes findings in `format`. Notices are part of json and sarif; for full and concise they are the
// caller's to print on the error stream (render_notices).
void render(const RunResult& run, Format format, const Style& style, std::ostream& out);

// "warning: path:line: text" lines, terminal escapes made visible.
void render_notices(const RunResult& run, const Style& style, std::ostream& err);

// "12  FRK102  implicit-fork-process" lines, most frequent first.
void render_statistics(const RunResult& run, std::ostream& out);

}  // namespace forklint::report
