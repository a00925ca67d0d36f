// The values of model.h as JSON values, their properties in a fixed order.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sarif/model.h"

namespace sarif {

using Json = nlohmann::ordered_json;

// Everything of a run but its results.
Json json_of(const Run& run);
Json json_of(const Result& result);

Json json_of(const Message& message);
Json json_of(const MultiformatMessage& message);
Json json_of(const Properties& properties);
Json json_of(const ArtifactLocation& location);
Json json_of(const Region& region);
Json json_of(const PhysicalLocation& location);
Json json_of(const Location& location);
Json json_of(const ThreadFlowLocation& step);
Json json_of(const CodeFlow& flow);
Json json_of(const StackFrame& frame);
Json json_of(const Stack& stack);
Json json_of(const Replacement& replacement);
Json json_of(const ArtifactChange& change);
Json json_of(const Fix& fix);
Json json_of(const Suppression& suppression);
Json json_of(const Rule& rule);
Json json_of(const Driver& driver);
Json json_of(const Notification& notification);
Json json_of(const Invocation& invocation);
Json json_of(const VersionControl& version_control);

// {"text": ...}: a message (3.11) and artifact content (3.3) in their shortest form.
Json text_object(const std::string& text);
const char* name_of(Level level);

// Sets the property unless the value is empty.
void set_if(Json& object, const char* name, const std::string& value);
void set_if(Json& object, const char* name, Json value);

template <typename Value>
Json json_array(const std::vector<Value>& values) {
  Json array = Json::array();
  for (const Value& value : values) array.push_back(json_of(value));
  return array;
}

}  // namespace sarif
