#include "sarif/json_values.h"

namespace sarif {
Json json_of(const Region& region) {
  Json out = Json::object();
  out["startLine"] = region.start_line;
  if (region.start_column > 0) out["startColumn"] = region.start_column;
  if (region.end_line > 0) out["endLine"] = region.end_line;
  if (region.end_column > 0) out["endColumn"] = region.end_column;
  if (region.snippet) out["snippet"] = text_object(*region.snippet);
  return out;
}

Json json_of(const Message& message) {
  Json out = Json::object();
  out["text"] = message.text;
  set_if(out, "id", message.id);
  set_if(out, "arguments", Json(message.arguments));
  return out;
}

Json json_of(const Location& location) {
  Json out = Json::object();
  if (location.id > 0) out["id"] = location.id;
  out["physicalLocation"] = json_of(location.physical);
  if (!location.logical_name.empty())
    out["logicalLocations"] = Json::array({Json{{"name", location.logical_name}}});
  if (!location.message.empty()) out["message"] = text_object(location.message);
  return out;
}

Json json_of(const ThreadFlowLocation& step) {
  Json out = Json::object();
  out["location"] = json_of(step.location);
  if (step.nesting_level > 0) out["nestingLevel"] = step.nesting_level;
  return out;
}

Json json_of(const CodeFlow& flow) {
  Json thread_flow = Json::object();
  thread_flow["locations"] = json_array(flow.locations);
  Json out = Json::object();
  out["threadFlows"] = Json::array({std::move(thread_flow)});
  return out;
}

Json json_of(const StackFrame& frame) {
  Json out = Json::object();
  Json location = Json::object();
  if (!frame.location.physical.artifact.uri.empty())
    location["physicalLocation"] = json_of(frame.location.physical);
  if (!frame.location.message.empty()) location["message"] = text_object(frame.location.message);
  set_if(out, "location", std::move(location));
  set_if(out, "module", frame.module);
  return out;
}

Json json_of(const Stack& stack) {
  Json out = Json::object();
  if (!stack.message.empty()) out["message"] = text_object(stack.message);
  out["frames"] = json_array(stack.frames);
  return out;
}

Json json_of(const Replacement& replacement) {
  Json out = Json::object();
  out["deletedRegion"] = json_of(replacement.deleted);
  if (!replacement.inserted.empty()) out["insertedContent"] = text_object(replacement.inserted);
  return out;
}

Json json_of(const ArtifactChange& change) {
  Json out = Json::object();
  out["artifactLocation"] = json_of(change.artifact);
  out["replacements"] = json_array(change.replacements);
  return out;
}

Json json_of(const Fix& fix) {
  Json out = Json::object();
  out["description"] = text_object(fix.description);
  out["artifactChanges"] = json_array(fix.changes);
  set_if(out, "properties", json_of(fix.properties));
  return out;
}

Json json_of(const Suppression& suppression) {
  Json out = Json::object();
  out["kind"] = "inSource";
  set_if(out, "justification", suppression.justification);
  return out;
}

const char* name_of(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      break;
  }
  return "error";
}

void set_if(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void set_if(Json& object, const char* name, Json values) {
  if (!values.empty()) object[name] = std::move(values);
}

Json text_object(const std::string& text) {
  Json out = Json::object();
  out["text"] = text;
  return out;
}

Json json_of(const Properties& properties) {
  Json out = Json::object();
  set_if(out, "tags", Json(properties.tags));
  for (const auto& [name, value] : properties.values) out[name] = value;
  return out;
}

Json json_of(const ArtifactLocation& location) {
  Json out = Json::object();
  set_if(out, "uri", location.uri);
  set_if(out, "uriBaseId", location.uri_base_id);
  if (!location.description.empty()) out["description"] = text_object(location.description);
  return out;
}

Json json_of(const PhysicalLocation& location) {
  Json out = Json::object();
  out["artifactLocation"] = json_of(location.artifact);
  if (location.region) out["region"] = json_of(*location.region);
  if (location.context_region) out["contextRegion"] = json_of(*location.context_region);
  return out;
}

Json json_of(const Result& result) {
  Json out = Json::object();
  out["ruleId"] = result.rule_id;
  out["ruleIndex"] = result.rule_index;
  out["level"] = name_of(result.level);
  out["message"] = json_of(result.message);
  out["locations"] = json_array(result.locations);
  set_if(out, "relatedLocations", json_array(result.related_locations));
  set_if(out, "codeFlows", json_array(result.code_flows));
  set_if(out, "stacks", json_array(result.stacks));
  set_if(out, "fixes", json_array(result.fixes));
  set_if(out, "partialFingerprints", Json(result.partial_fingerprints));
  if (result.baseline_state) {
    out["baselineState"] = *result.baseline_state == BaselineState::is_new ? "new" : "unchanged";
  }
  if (result.suppressions) out["suppressions"] = json_array(*result.suppressions);
  return out;
}

}  // namespace sarif
