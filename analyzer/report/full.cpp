// For people: what happens, where it stands in the code, why, and what to write instead.
#include <fmt/format.h>

#include "base/text.h"
#include "report/formats.h"
#include "report/frame.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

std::string_view how_to_apply(Applicability applicability) {
  switch (applicability) {
    case Applicability::safe:
      return "safe: --fix applies it";
    case Applicability::unsafe:
      return "unsafe: --fix --unsafe-fixes applies it";
    case Applicability::display_only:
      return "to do by hand";
  }
  return "";
}

void write_flow(const Finding& finding, const RunResult& run, const FrameWriter& frames, std::string& out) {
  if (finding.flow.empty()) return;
  frames.write_remark(out, "path", "in the order in which it runs");
  const std::size_t digits = std::to_string(finding.flow.size()).size();
  std::size_t number = 0;
  for (const FlowStep& step : finding.flow) {
    out += fmt::format("{} {:>{}}. {}{}: {}\n", std::string(frames.gutter_width() + 2, ' '), ++number, digits,
                       std::string(2 * static_cast<std::size_t>(step.depth), ' '),
                       location_text(step.place, run), text::visible(step.message));
  }
}

void write_header(const Finding& finding, const MessageLines& message, const Painter& paint,
                  std::string& out) {
  const std::string kind = fmt::format("{}[{}]", name_of(finding.level), finding.rule->id);
  out += fmt::format("{}{}\n", paint(ink_of(finding.level), kind), paint(Ink::bold, ": " + message.what));
}

void write_finding(const Finding& finding, const Suppression* suppression, const RunResult& run,
                   const Painter& paint, std::string& out) {
  const MessageLines message = message_lines(finding);
  const FrameWriter frames(finding, run, paint);
  write_header(finding, message, paint, out);
  frames.write(out);
  if (!message.why.empty()) frames.write_remark(out, "why", message.why);
  if (!message.instead.empty()) frames.write_remark(out, "instead", message.instead);
  write_flow(finding, run, frames, out);
  for (const Fix& fix : finding.fixes) {
    frames.write_remark(out, "fix",
                        fmt::format("{} ({})", text::visible(fix.title), how_to_apply(fix.applicability)));
  }
  if (suppression != nullptr) {
    const std::string& reason = suppression->justification;
    frames.write_remark(out, "suppressed", reason.empty() ? "by a comment" : text::visible(reason));
  }
  out += '\n';
}

}  // namespace

void render_full(const RunResult& run, const Style& style, std::ostream& out) {
  const Painter paint(style.color);
  std::string text;
  for (const Finding& finding : run.findings) {
    text.clear();
    write_finding(finding, nullptr, run, paint, text);
    out << text;
  }
  for (const SuppressedFinding& suppressed : run.suppressed) {
    if (!style.show_suppressed) break;
    text.clear();
    write_finding(suppressed.finding, &suppressed.suppression, run, paint, text);
    out << text;
  }
  if (style.summary) out << summary_text(run);
}

}  // namespace forklint::report
