// JUnit's XML as Jenkins reads it: a suite for each file, a failed test for each finding.
#include <fmt/format.h>

#include <span>

#include "base/text.h"
#include "report/formats.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

// For text and for attributes. XML 1.0 has no way to say most control characters: they are made visible.
std::string escaped(std::string_view raw) {
  std::string out;
  const std::string text = text::to_valid_utf8(raw);
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint character = text::decode(text, at);
    const std::string_view bytes = std::string_view(text).substr(at, character.size);
    at += character.size;
    if (bytes == "&") {
      out += "&amp;";
    } else if (bytes == "<") {
      out += "&lt;";
    } else if (bytes == ">") {
      out += "&gt;";
    } else if (bytes == "\"") {
      out += "&quot;";
    } else if (bytes == "\n") {
      out += "&#10;";
    } else if (character.value == 0xFFFE || character.value == 0xFFFF) {
      text::append_utf8(out, 0xFFFD);
    } else {
      out += text::visible(bytes);
    }
  }
  return out;
}

void write_finding(const Finding& finding, const RunResult& run, std::ostream& out) {
  const std::string place = location_text(finding.place, run);
  out << fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n",
                     escaped(shown_path(finding.place.path, run)),
                     escaped(fmt::format("{} {} at {}", finding.rule->id, finding.rule->name, place)));
  out << fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
                     name_of(finding.level), escaped(message_lines(finding).what),
                     escaped(place + ": " + message_text(finding)));
}

void write_suite(std::span<const Finding> findings, const RunResult& run, std::ostream& out) {
  out << fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                     escaped(shown_path(findings.front().place.path, run)), findings.size(), findings.size());
  for (const Finding& finding : findings) write_finding(finding, run, out);
  out << "  </testsuite>\n";
}

}  // namespace

void render_junit(const RunResult& run, std::ostream& out) {
  const std::span<const Finding> findings = run.findings;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (findings.empty()) {
    // A report without a test counts as a broken one.
    out << "<testsuites name=\"forklint\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
           "  <testsuite name=\"forklint\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
           "    <testcase classname=\"forklint\" name=\"no findings\"/>\n  </testsuite>\n</testsuites>\n";
    return;
  }
  out << fmt::format("<testsuites name=\"forklint\" tests=\"{0}\" failures=\"{0}\" errors=\"0\">\n",
                     findings.size());
  for (std::size_t first = 0; first < findings.size();) {
    std::size_t last = first + 1;
    while (last < findings.size() && findings[last].place.path == findings[first].place.path) ++last;
    write_suite(findings.subspan(first, last - first), run, out);
    first = last;
  }
  out << "</testsuites>\n";
}

}  // namespace forklint::report
