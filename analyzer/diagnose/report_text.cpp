#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "diagnose/report.h"

namespace forklint::diagnose {
namespace {

using text::visible;

std::string place_of(const dump::Frame& frame) {
  const std::string& file = frame.file.empty() ? frame.library : frame.file;
  std::string place = visible(file);
  if (frame.line > 0) place += fmt::format(":{}", frame.line);
  if (place.empty()) return visible(frame.function);
  return frame.function.empty() ? place : fmt::format("{} in {}", place, visible(frame.function));
}

std::string process_of(const Diagnosis& diagnosis) {
  std::string line;
  if (!diagnosis.pid.empty()) line = "process " + visible(diagnosis.pid);
  if (!diagnosis.command.empty()) line += fmt::format(" ({})", visible(diagnosis.command));
  if (!diagnosis.python.empty())
    line += fmt::format("{}Python {}", line.empty() ? "" : ", ", visible(diagnosis.python));
  return line;
}

void write_line(std::ostream& out, std::string_view label, const std::string& value) {
  if (!value.empty()) out << fmt::format("  {:<11}{}\n", label, value);
}

void write_finding(const std::string& file, const Finding& finding, std::ostream& out) {
  const Diagnosis& diagnosis = finding.diagnosis;
  const std::string place =
      diagnosis.line > 0 ? fmt::format("{}:{}", visible(file), diagnosis.line) : visible(file);
  if (!diagnosis.is_this_problem()) {
    out << fmt::format("{}: not this problem ({}): {}.\n", place, name_of(diagnosis.certainty),
                       visible(diagnosis.what));
    write_line(out, "process:", process_of(diagnosis));
    write_line(out, "why:", visible(diagnosis.why));
    return;
  }
  out << fmt::format("{}: a hang at a fork ({}): {}.\n", place, name_of(diagnosis.certainty),
                     visible(diagnosis.what));
  write_line(out, "process:", process_of(diagnosis));
  const std::string_view label = diagnosis.kind == Kind::waits_for_child ? "waits at:" : "forked at:";
  if (diagnosis.forked_at) write_line(out, label, place_of(*diagnosis.forked_at));
  if (diagnosis.waits_at && diagnosis.kind != Kind::waits_for_child) {
    write_line(out, "stands in:", place_of(*diagnosis.waits_at));
  }
  write_line(out, "why:", visible(diagnosis.why));
  for (const StaticFinding& each : finding.findings) {
    write_line(out, "code:",
               fmt::format("{}:{}: {} {}", visible(each.path), each.line, each.id, visible(each.what)));
  }
  for (std::size_t i = 0; i < finding.advice.size(); ++i) {
    write_line(out, i == 0 ? "what to do:" : "", fmt::format(" {}. {}", i + 1, visible(finding.advice[i])));
  }
}

std::string_view nothing_in(const DiagnosedFile& file) {
  if (file.processes == 0)
    return "no stack found in it (py-spy dump, gdb bt, faulthandler and tracebacks are read).";
  if (file.has_code)
    return "not this problem, as far as the stacks show: no wait for a lock or a child in them.";
  return "not this problem, as far as the stacks show: no wait for a lock or a child in them. With "
         "`--project DIR`, the lines of code that they stand at are looked at, too.";
}

}  // namespace

bool has_this_problem(const Report& report) {
  return std::any_of(report.begin(), report.end(), [](const DiagnosedFile& file) {
    return std::any_of(file.findings.begin(), file.findings.end(),
                       [](const Finding& finding) { return finding.diagnosis.is_this_problem(); });
  });
}

void render_text(const Report& report, std::ostream& out) {
  bool first = true;
  for (const DiagnosedFile& file : report) {
    for (const Finding& finding : file.findings) {
      if (!first) out << '\n';
      first = false;
      write_finding(file.name, finding, out);
    }
    if (!file.findings.empty()) continue;
    out << fmt::format("{}: {}\n", visible(file.name), nothing_in(file));
  }
}

}  // namespace forklint::diagnose
