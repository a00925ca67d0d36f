#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/text.h"
#include "report/formats.h"

namespace forklint::report {
namespace {

std::uint64_t count_of(const RunResult& run, Level level) {
  return static_cast<std::uint64_t>(std::ranges::count(run.findings, level, &Finding::level));
}

// "9 warnings and 3 notes"
std::string levels_text(const RunResult& run) {
  std::string out;
  for (const Level level : {Level::error, Level::warning, Level::note}) {
    const std::uint64_t count = count_of(run, level);
    if (count == 0) continue;
    if (!out.empty()) out += ", ";
    out += text::counted(count, name_of(level));
  }
  return out;
}

std::string findings_text(const RunResult& run) {
  if (run.findings.empty()) return run.suppressed.empty() && !run.known ? "no forks found" : "no findings";
  std::set<std::string_view> files;
  for (const Finding& finding : run.findings) files.insert(finding.place.path);
  return fmt::format("{} ({}) in {}", text::counted(run.findings.size(), "finding"), levels_text(run),
                     text::counted(files.size(), "file"));
}

// The best that one of the finding's fixes can be applied.
Applicability applicability_of(const Finding& finding) {
  Applicability best = Applicability::display_only;
  for (const Fix& fix : finding.fixes) best = std::max(best, fix.applicability);
  return best;
}

std::string fixes_text(const RunResult& run) {
  const auto safe = std::ranges::count(run.findings, Applicability::safe, applicability_of);
  const auto unsafe = std::ranges::count(run.findings, Applicability::unsafe, applicability_of);
  if (safe > 0 && unsafe > 0) {
    return fmt::format("{} fixable with --fix, {} more with --fix --unsafe-fixes\n", safe, unsafe);
  }
  if (safe > 0) return fmt::format("{} fixable with --fix\n", safe);
  if (unsafe > 0) return fmt::format("{} fixable with --fix --unsafe-fixes\n", unsafe);
  return "";
}

}  // namespace

std::string summary_text(const RunResult& run) {
  std::string out;
  if (run.fixed) {
    out = fmt::format("Fixed {} ({} remaining)\n", text::counted(*run.fixed, "finding"), run.findings.size());
  }
  out += findings_text(run);
  if (!run.suppressed.empty()) out += fmt::format("; {} suppressed", run.suppressed.size());
  if (run.known && !run.known->empty()) out += fmt::format("; {} in the baseline", run.known->size());
  out += fmt::format("; checked {}", text::counted(run.files_checked, "file"));
  if (!run.complete) out += "; not everything could be checked";
  return out + '\n' + fixes_text(run);
}

}  // namespace forklint::report
