// A SARIF 2.1.0 log as small values: what a static analyzer with text results needs of the standard, no more.
//
// Numbers such as 3.27 name the paragraph of "Static Analysis Results Interchange Format (SARIF) Version
// 2.1.0", OASIS Standard, that describes a type. Strings are meant to be UTF-8; the writer replaces what is
// not. An empty string, an empty vector or a zero stands for a property that is absent.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sarif {

// 3.27.10. The standard's "none" is not here: a result without a level says nothing.
enum class Level : std::uint8_t { note, warning, error };

// 3.8: additional information, with the one name that the standard reserves in it.
struct Properties {
  std::vector<std::string> tags;
  std::map<std::string, std::string> values;
};

// 3.11. Give `text` even where `id` and `arguments` are there: GitHub reads nothing else.
struct Message {
  std::string text;
  std::string id;
  std::vector<std::string> arguments;
};

// 3.12
struct MultiformatMessage {
  std::string text;
  std::string markdown;
};

// 3.4. `uri` is a URI already: see uri.h.
struct ArtifactLocation {
  std::string uri;
  std::string uri_base_id;
  std::string description;
};

// 3.30. Lines and columns are 1-based, the end column is exclusive, columns count UTF-16 code units.
struct Region {
  std::uint32_t start_line = 0;
  std::uint32_t start_column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
  std::optional<std::string> snippet;
};

// 3.29
struct PhysicalLocation {
  ArtifactLocation artifact;
  std::optional<Region> region;
  std::optional<Region> context_region;
};

// 3.28. An `id` is what a link in a message refers to: "[here](1)".
struct Location {
  std::uint32_t id = 0;
  PhysicalLocation physical;
  std::string message;
  std::string logical_name;  // of the one logicalLocation (3.33.4); "" for none
};

// 3.38
struct ThreadFlowLocation {
  Location location;
  std::uint32_t nesting_level = 0;
};

// 3.36 with one 3.37 threadFlow
struct CodeFlow {
  std::vector<ThreadFlowLocation> locations;
};

// 3.45. A frame's function is its location's message, as viewers show it.
struct StackFrame {
  Location location;
  std::string module;  // 3.45.4: of native code, its library
};

// 3.44
struct Stack {
  std::string message;
  std::vector<StackFrame> frames;
};

// 3.57
struct Replacement {
  Region deleted;
  std::string inserted;
};

// 3.56
struct ArtifactChange {
  ArtifactLocation artifact;
  std::vector<Replacement> replacements;
};

// 3.55
struct Fix {
  std::string description;
  std::vector<ArtifactChange> changes;
  Properties properties;
};

// 3.35, kind inSource
struct Suppression {
  std::string justification;
};

// 3.27.24, without those that need the former log
enum class BaselineState : std::uint8_t { is_new, unchanged };

// 3.27
struct Result {
  std::string rule_id;
  std::uint32_t rule_index = 0;
  Level level = Level::warning;
  Message message;
  std::vector<Location> locations;
  std::vector<Location> related_locations;
  std::vector<CodeFlow> code_flows;
  std::vector<Stack> stacks;
  std::vector<Fix> fixes;
  std::map<std::string, std::string> partial_fingerprints;
  // 3.27.23: in a run, all results have it (empty for a result that is not suppressed) or none.
  std::optional<std::vector<Suppression>> suppressions;
  // 3.27.24: in a run, all results have it or none.
  std::optional<BaselineState> baseline_state;
};

// 3.49 as a rule
struct Rule {
  std::string id;
  std::string name;
  MultiformatMessage short_description;
  MultiformatMessage full_description;
  MultiformatMessage help;
  std::string help_uri;
  Level default_level = Level::warning;
  std::map<std::string, std::string> message_strings;
  Properties properties;
};

// 3.19 as the driver of a 3.18 tool
struct Driver {
  std::string name;
  std::string full_name;
  std::string version;
  std::string semantic_version;
  std::string information_uri;
  std::vector<Rule> rules;
};

// 3.58
struct Notification {
  Level level = Level::warning;
  std::string text;
  std::optional<PhysicalLocation> location;
};

// 3.20
struct Invocation {
  bool execution_successful = true;
  std::vector<Notification> execution_notifications;
  std::vector<Notification> configuration_notifications;
  ArtifactLocation working_directory;
};

// 3.23
struct VersionControl {
  std::string repository_uri;
  std::string revision_id;
  std::string branch;
  ArtifactLocation mapped_to;
};

// 3.14. columnKind (3.14.27) is always utf16CodeUnits.
struct Run {
  Driver driver;
  std::string automation_id;  // 3.17.3; "" leaves the category to the uploader
  std::vector<Invocation> invocations;
  std::vector<VersionControl> version_control;
  std::map<std::string, ArtifactLocation> original_uri_base_ids;
  std::vector<std::string> newline_sequences;  // 3.14.26
  std::vector<Result> results;
};

// 3.13
struct Log {
  std::vector<Run> runs;
};

}  // namespace sarif
