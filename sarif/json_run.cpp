#include "sarif/json_values.h"

namespace sarif {
Json json_of(const MultiformatMessage& message) {
  Json out = text_object(message.text);
  set_if(out, "markdown", message.markdown);
  return out;
}

Json json_of(const Rule& rule) {
  Json out = Json::object();
  out["id"] = rule.id;
  set_if(out, "name", rule.name);
  out["shortDescription"] = json_of(rule.short_description);
  out["fullDescription"] = json_of(rule.full_description);
  out["help"] = json_of(rule.help);
  set_if(out, "helpUri", rule.help_uri);
  out["defaultConfiguration"]["level"] = name_of(rule.default_level);
  for (const auto& [id, text] : rule.message_strings) out["messageStrings"][id] = text_object(text);
  set_if(out, "properties", json_of(rule.properties));
  return out;
}

Json json_of(const Driver& driver) {
  Json out = Json::object();
  out["name"] = driver.name;
  set_if(out, "fullName", driver.full_name);
  set_if(out, "version", driver.version);
  set_if(out, "semanticVersion", driver.semantic_version);
  set_if(out, "informationUri", driver.information_uri);
  out["rules"] = json_array(driver.rules);
  return out;
}

Json json_of(const Notification& notification) {
  Json out = Json::object();
  out["level"] = name_of(notification.level);
  out["message"] = text_object(notification.text);
  if (notification.location) {
    Json location = Json::object();
    location["physicalLocation"] = json_of(*notification.location);
    out["locations"] = Json::array({std::move(location)});
  }
  return out;
}

Json json_of(const Invocation& invocation) {
  Json out = Json::object();
  out["executionSuccessful"] = invocation.execution_successful;
  set_if(out, "toolExecutionNotifications", json_array(invocation.execution_notifications));
  set_if(out, "toolConfigurationNotifications", json_array(invocation.configuration_notifications));
  set_if(out, "workingDirectory", json_of(invocation.working_directory));
  return out;
}

Json json_of(const VersionControl& version_control) {
  Json out = Json::object();
  out["repositoryUri"] = version_control.repository_uri;
  set_if(out, "revisionId", version_control.revision_id);
  set_if(out, "branch", version_control.branch);
  set_if(out, "mappedTo", json_of(version_control.mapped_to));
  return out;
}

Json json_of(const Run& run) {
  Json out = Json::object();
  out["tool"]["driver"] = json_of(run.driver);
  if (!run.automation_id.empty()) out["automationDetails"]["id"] = run.automation_id;
  out["columnKind"] = "utf16CodeUnits";
  set_if(out, "newlineSequences", Json(run.newline_sequences));
  for (const auto& [id, location] : run.original_uri_base_ids) {
    out["originalUriBaseIds"][id] = json_of(location);
  }
  set_if(out, "versionControlProvenance", json_array(run.version_control));
  set_if(out, "invocations", json_array(run.invocations));
  return out;
}

}  // namespace sarif
