// GitLab's code quality report, an array of what its merge requests show.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "finding/fingerprint.h"
#include "report/formats.h"
#include "report/on_disk.h"
#include "report/repository_path.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(Level level) {
  switch (level) {
    case Level::error:
      return "critical";
    case Level::warning:
      return "major";
    case Level::note:
      break;
  }
  return "info";
}

// A line is required, and counts from 1.
Json lines_of(const Place& place, const RunResult& run) {
  const SourceFile* source = source_of(place, run);
  if (source == nullptr) return {{"begin", 1}, {"end", 1}};
  const auto [file, span] = on_disk(*source, place.span);
  return {{"begin", file->position(span.begin, ColumnUnit::byte).line},
          {"end", file->position(span.end, ColumnUnit::byte).line}};
}

Json issue_of(const Finding& finding, const RunResult& run) {
  Json issue = Json::object();
  issue["description"] = cell_prefix(finding.place, run) + std::string(message_lines(finding).what);
  issue["check_name"] = finding.rule->id;
  issue["fingerprint"] = fingerprint_of(finding, run);
  issue["severity"] = severity_of(finding.level);
  issue["location"] = {{"path", repository_path(finding.place.path, run)},
                       {"lines", lines_of(finding.place, run)}};
  return issue;
}

}  // namespace

void render_gitlab(const RunResult& run, std::ostream& out) {
  Json issues = Json::array();
  for (const Finding& finding : run.findings) issues.push_back(issue_of(finding, run));
  out << issues.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace forklint::report
