// One line for each finding, for editors and for a first look.
#include <fmt/format.h>

#include <algorithm>

#include "report/formats.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

// As other linters mark what --fix would change.
std::string_view fix_mark(const Finding& finding) {
  const bool is_fixed = std::any_of(finding.fixes.begin(), finding.fixes.end(),
                                    [](const Fix& fix) { return fix.applicability == Applicability::safe; });
  return is_fixed ? "[*] " : "";
}

void write_finding(const Finding& finding, std::string_view remark, const RunResult& run,
                   const Painter& paint, std::ostream& out) {
  out << fmt::format("{}: {} {}{}: {}{}\n", location_text(finding.place, run), finding.rule->id,
                     paint(ink_of(finding.level), name_of(finding.level)), remark, fix_mark(finding),
                     message_lines(finding).what);
}

}  // namespace

void render_concise(const RunResult& run, const Style& style, std::ostream& out) {
  const Painter paint(style.color);
  for (const Finding& finding : run.findings) write_finding(finding, "", run, paint, out);
  for (const SuppressedFinding& suppressed : run.suppressed) {
    if (!style.show_suppressed) break;
    write_finding(suppressed.finding, " (suppressed)", run, paint, out);
  }
  if (style.summary) out << summary_text(run);
}

}  // namespace forklint::report
