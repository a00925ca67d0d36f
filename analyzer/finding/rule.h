// A rule's metadata. Declared as one constant beside the rule's logic; the build finds the file, embeds the
// page (.md) beside it and generates the table of all rules: there is no list to edit.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace forklint {

enum class Level : std::uint8_t { note, warning, error };

std::string_view name_of(Level level);  // "note", "warning", "error"

// A message in up to three lines separated by '\n': what happens (stands alone as a sentence), why here,
// what to write instead and what it costs. '{0}', '{1}' are replaced by the finding's arguments, and are
// written in single quotes where they hold code. Each line ends with a full stop.
struct MessageTemplate {
  std::string_view id;  // unique within the rule; SARIF's message.id
  std::string_view text;
};

struct RuleInfo {
  std::string_view id;       // "FRK104": never changes its meaning
  std::string_view name;     // "implicit-fork-dataloader"
  std::string_view summary;  // one sentence with a full stop; SARIF shortDescription
  Level level = Level::warning;
  std::string_view precision = "high";  // SARIF: very-high, high, medium, low
  std::span<const MessageTemplate> messages;
  std::span<const std::string_view> tags;  // at most 10; CWE as "external/cwe/cwe-833"
};

}  // namespace forklint
