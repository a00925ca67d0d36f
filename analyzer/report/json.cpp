// For programs; README.md of this room has the schema.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "finding/fingerprint.h"
#include "report/formats.h"
#include "report/terminal.h"
#include "source/notebook.h"

namespace forklint::report {
namespace {

using Json = nlohmann::ordered_json;

// Grows when a reader of the present one could break.
constexpr int kVersion = 1;

Json position_json(std::uint32_t offset, const SourceFile* source) {
  if (source == nullptr) return nullptr;
  const Position at = source->shown_position(offset, ColumnUnit::code_point).position;
  return {{"line", at.line}, {"column", at.column}};
}

Json place_json(const Place& place, const RunResult& run) {
  const SourceFile* source = source_of(place, run);
  Json json = Json::object();
  json["path"] = shown_path(place.path, run);
  if (source != nullptr && source->notebook() != nullptr)
    json["cell"] = source->notebook()->cell_number(place.span.begin);
  json["start"] = position_json(place.span.begin, source);
  json["end"] = position_json(place.span.end, source);
  return json;
}

Json message_json(const Finding& finding) {
  const std::string whole = message_text(finding);
  Json lines = Json::array();
  for (std::size_t begin = 0; begin <= whole.size();) {
    const std::size_t end = std::min(whole.find('\n', begin), whole.size());
    lines.push_back(whole.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string_view name_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::safe:
      return "safe";
    case Applicability::unsafe:
      return "unsafe";
    case Applicability::display_only:
      return "display-only";
  }
  return "";
}

Json fix_json(const Fix& fix, const RunResult& run) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    Json json = place_json({edit.path, edit.span}, run);
    json["replacement"] = edit.replacement;
    edits.push_back(std::move(json));
  }
  return {{"title", fix.title}, {"applicability", name_of(fix.applicability)}, {"edits", std::move(edits)}};
}

Json finding_json(const Finding& finding, const RunResult& run) {
  Json json = Json::object();
  json["id"] = finding.rule->id;
  json["name"] = finding.rule->name;
  json["level"] = forklint::name_of(finding.level);
  json["message"] = message_json(finding);
  json.update(place_json(finding.place, run));
  json["related"] = Json::array();
  for (const RelatedPlace& related : finding.related) {
    json["related"].push_back(place_json(related.place, run));
    json["related"].back()["message"] = related.message;
  }
  json["flow"] = Json::array();
  for (const FlowStep& step : finding.flow) {
    json["flow"].push_back(place_json(step.place, run));
    json["flow"].back()["message"] = step.message;
    json["flow"].back()["depth"] = step.depth;
  }
  json["fixes"] = Json::array();
  for (const Fix& fix : finding.fixes) json["fixes"].push_back(fix_json(fix, run));
  json["fingerprint"] = fingerprint_of(finding, run);
  return json;
}

Json notice_json(const Notice& notice, const RunResult& run) {
  Json json = Json::object();
  json["level"] = report::name_of(notice.kind);
  json["path"] = notice.path.empty() ? Json() : Json(shown_path(notice.path, run));
  json["line"] = notice.line == 0 ? Json() : Json(notice.line);
  json["text"] = notice.text;
  return json;
}

Json summary_json(const RunResult& run) {
  std::uint64_t counts[] = {0, 0, 0};
  for (const Finding& finding : run.findings) ++counts[static_cast<std::size_t>(finding.level)];
  Json summary = {{"findings", run.findings.size()},
                  {"errors", counts[static_cast<std::size_t>(Level::error)]},
                  {"warnings", counts[static_cast<std::size_t>(Level::warning)]},
                  {"notes", counts[static_cast<std::size_t>(Level::note)]},
                  {"suppressed", run.suppressed.size()},
                  {"known", run.known ? run.known->size() : 0},
                  {"files_checked", run.files_checked},
                  {"complete", run.complete}};
  if (run.fixed) summary["fixed"] = *run.fixed;
  return summary;
}

}  // namespace

void render_json(const RunResult& run, std::ostream& out) {
  Json json = Json::object();
  json["version"] = kVersion;
  json["findings"] = Json::array();
  for (const Finding& finding : run.findings) json["findings"].push_back(finding_json(finding, run));
  json["suppressed"] = Json::array();
  for (const SuppressedFinding& suppressed : run.suppressed) {
    json["suppressed"].push_back(finding_json(suppressed.finding, run));
    json["suppressed"].back()["justification"] = suppressed.suppression.justification;
  }
  json["known"] = Json::array();
  if (run.known) {
    for (const Finding& finding : *run.known) json["known"].push_back(finding_json(finding, run));
  }
  json["notices"] = Json::array();
  for (const Notice& notice : run.notices) json["notices"].push_back(notice_json(notice, run));
  json["summary"] = summary_json(run);
  // Paths and source may hold any bytes; dump() would throw on those that are not UTF-8.
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace forklint::report
