#include "report/sarif.h"

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/version.h"
#include "report/sarif_places.h"
#include "report/sarif_results.h"
#include "report/sarif_rules.h"
#include "sarif/limits.h"
#include "sarif/uri.h"

namespace forklint::report {
namespace {

sarif::Driver driver(const RunResult& run) {
  sarif::Driver driver;
  driver.name = "forklint";
  driver.full_name = "forklint fork-safety analyzer";
  driver.version = kVersion;
  driver.semantic_version = kVersion;
  driver.information_uri = kHome;
  for (const RuleEntry& entry : run.rules) driver.rules.push_back(sarif_rule(entry));
  return driver;
}

sarif::Level level_of(Notice::Kind kind) {
  switch (kind) {
    case Notice::Kind::error:
      return sarif::Level::error;
    case Notice::Kind::warning:
      return sarif::Level::warning;
    case Notice::Kind::note:
      break;
  }
  return sarif::Level::note;
}

sarif::Notification notification(const Notice& notice, const SarifPlaces& places) {
  sarif::Notification out{level_of(notice.kind), notice.text, std::nullopt};
  if (!out.text.ends_with('.')) out.text += '.';
  if (notice.path.empty()) return out;
  out.location.emplace();
  out.location->artifact = places.artifact(notice.path);
  if (notice.line > 0) out.location->region = sarif::Region{notice.line, 0, 0, 0, std::nullopt};
  return out;
}

bool is_about_settings(const Notice& notice) {
  constexpr std::array<std::string_view, 3> kNames = {"forklint.toml", "pyproject.toml", "setup.cfg"};
  return std::ranges::find(kNames, path::name(notice.path)) != kNames.end();
}

sarif::Invocation invocation(const RunResult& run, const SarifPlaces& places) {
  sarif::Invocation invocation;
  invocation.execution_successful = run.complete;
  for (const Notice& notice : run.notices) {
    auto& notifications = is_about_settings(notice) ? invocation.configuration_notifications
                                                    : invocation.execution_notifications;
    notifications.push_back(notification(notice, places));
  }
  return invocation;
}

// Everything up to the last slash is the category; without one there would be none.
std::string automation_id(const std::string& category) {
  return category.empty() || category.ends_with('/') ? category : category + "/";
}

void add_version_control(const RunResult& run, sarif::Run& out) {
  // The standard wants the repository's address with the revision.
  if (!run.version_control || !sarif::is_absolute_uri(run.version_control->repository_uri)) return;
  const VersionControl& from = *run.version_control;
  out.version_control.push_back(
      {from.repository_uri, from.revision, from.branch, {"", SarifPlaces::kBaseId, ""}});
}

}  // namespace

void render_sarif(const RunResult& run, const Style& style, std::ostream& out) {
  SarifPlaces places(run);
  sarif::Log log;
  sarif::Run& only = log.runs.emplace_back();
  only.driver = driver(run);
  only.automation_id = automation_id(style.sarif_category);
  only.invocations.push_back(invocation(run, places));
  add_version_control(run, only);
  only.original_uri_base_ids[SarifPlaces::kBaseId] = {
      "", "", run.version_control ? "The top of the repository." : "The root of the project."};
  only.newline_sequences = {"\r\n", "\n", "\r"};
  only.results = sarif_results(run, style.show_suppressed, places);
  out << sarif::to_json_within(std::move(log));
}

}  // namespace forklint::report
