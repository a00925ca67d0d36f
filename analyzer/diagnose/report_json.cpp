#include <nlohmann/json.hpp>
#include <ostream>

#include "diagnose/report.h"

namespace forklint::diagnose {
namespace {

using Json = nlohmann::ordered_json;

// Grows when a reader of the present one could break.
constexpr int kVersion = 1;

Json frame_json(const dump::Frame& frame) {
  return {{"function", frame.function},
          {"file", frame.file},
          {"line", frame.line},
          {"library", frame.library},
          {"native", frame.native}};
}

Json optional_frame(const std::optional<dump::Frame>& frame) { return frame ? frame_json(*frame) : Json(); }

Json finding_json(const Finding& finding) {
  const Diagnosis& diagnosis = finding.diagnosis;
  Json json = {{"kind", name_of(diagnosis.kind)},
               {"certainty", name_of(diagnosis.certainty)},
               {"fork_hang", diagnosis.is_this_problem()},
               {"what", diagnosis.what},
               {"why", diagnosis.why},
               {"pid", diagnosis.pid},
               {"command", diagnosis.command},
               {"python", diagnosis.python},
               {"line", diagnosis.line},
               {"forked_at", optional_frame(diagnosis.forked_at)},
               {"stands_in", optional_frame(diagnosis.waits_at)},
               {"project_path", finding.project_path},
               {"advice", finding.advice}};
  json["stack"] = Json::array();
  for (const dump::Frame& frame : diagnosis.thread.frames) json["stack"].push_back(frame_json(frame));
  json["findings"] = Json::array();
  for (const StaticFinding& each : finding.findings) {
    json["findings"].push_back({{"id", each.id},
                                {"path", each.path},
                                {"line", each.line},
                                {"what", each.what},
                                {"instead", each.instead}});
  }
  return json;
}

}  // namespace

void render_json(const Report& report, std::ostream& out) {
  Json json = {{"version", kVersion}, {"fork_hang", has_this_problem(report)}};
  json["files"] = Json::array();
  for (const DiagnosedFile& file : report) {
    Json each = {{"name", file.name}, {"processes", file.processes}};
    each["diagnoses"] = Json::array();
    for (const Finding& finding : file.findings) each["diagnoses"].push_back(finding_json(finding));
    json["files"].push_back(std::move(each));
  }
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace forklint::diagnose
