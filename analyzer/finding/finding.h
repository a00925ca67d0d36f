// What forklint says about the code: a value that owns its strings and refers to source by path and bytes.
// Renderers, suppressions, baseline and fixes work on it and know nothing of how it was found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "finding/rule.h"
#include "source/span.h"

namespace forklint {

struct Place {
  std::string path;  // SourceFile::path()
  Span span;         // bytes; rules keep it within one line where they can

  auto operator<=>(const Place&) const = default;
};

struct RelatedPlace {
  Place place;
  std::string message;  // one sentence with a full stop

  bool operator==(const RelatedPlace&) const = default;
};

// A step on the way from the start of a hazard to the fork, in order of execution.
struct FlowStep {
  Place place;
  std::string message;
  std::uint32_t depth = 0;  // nesting of calls, for indentation
};

enum class Applicability : std::uint8_t { display_only, unsafe, safe };

struct Edit {
  std::string path;
  Span span;  // replaced bytes; empty for an insertion
  std::string replacement;

  auto operator<=>(const Edit&) const = default;
};

// Edits are atomic together, sorted and disjoint, at least one. Several fixes of a finding are alternatives.
struct Fix {
  std::string title;
  Applicability applicability = Applicability::display_only;
  std::vector<Edit> edits;
};

struct Finding {
  const RuleInfo* rule = nullptr;  // static lifetime
  Level level = Level::warning;
  std::uint32_t message = 0;           // index into rule->messages
  std::vector<std::string> arguments;  // for the template's {0}, {1}, ...
  Place place;
  std::vector<RelatedPlace> related;
  std::vector<FlowStep> flow;
  std::vector<Fix> fixes;
};

// The template with its arguments filled in: up to three lines.
std::string message_text(const Finding& finding);

// Total order of output: path, span, rule id, level, message. Equal findings are one finding.
bool comes_before(const Finding& left, const Finding& right);

// In the order of output, each once. Of equal findings the first stays.
std::vector<Finding> normalise(std::vector<Finding> findings);

// Something about a file or the run that is no finding: a file that was skipped, parsed only in part, ...
struct Notice {
  enum class Kind : std::uint8_t { note, warning, error };
  Kind kind = Kind::warning;
  std::string path;        // "" for the run as a whole
  std::uint32_t line = 0;  // 1-based; 0 for the whole file
  std::string text;        // lower-case start, no full stop
};

}  // namespace forklint
