// Findings that a comment in the source takes back, and comments that take back nothing (FRK901).
//
// A comment speaks for the findings whose primary place begins or ends on its line. For a call over several
// lines it may also stand on the first or last line of the statement around the finding. Alone on its line,
// it speaks for the next line with code.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "finding/run_result.h"

namespace forklint {

struct SourceComment {
  Span span;
  std::string_view text;  // the bytes of the span, its '#' included
};

struct CommentedFile {
  const SourceFile* source = nullptr;
  std::vector<SourceComment> comments;
  // Simple statements and the headers of compound ones, in any order; may be empty.
  std::vector<Span> statements;
};

// The messages that the rule for unused suppressions must have, by MessageTemplate::id.
namespace unused_suppression {
inline constexpr std::string_view kUnused = "unused";                 // {0}: rules, "FRK104, FRK2"
inline constexpr std::string_view kUnusedBlanket = "unused-blanket";  // {0}: the comment
inline constexpr std::string_view kUnknownRule = "unknown-rule";      // {0}: the rule as written
}  // namespace unused_suppression

struct SuppressionPolicy {
  const RuleInfo* unused_rule = nullptr;  // FRK901; null: nobody looks for unused suppressions
  std::vector<std::string_view> known_rules;
  // Whether a rule took part: what is switched off could not have used a suppression. Null: all did.
  std::function<bool(std::string_view rule_id)> is_enabled;
};

struct SuppressionOutcome {
  std::vector<Finding> findings;              // what is left, and FRK901, in the order of output
  std::vector<SuppressedFinding> suppressed;  // in the order of output
  std::vector<Notice> notices;                // comments that were not understood
};

// `files`: those that were checked; a finding in another file is left as it is.
SuppressionOutcome apply_suppressions(std::vector<Finding> findings, std::span<const CommentedFile> files,
                                      const SuppressionPolicy& policy);

}  // namespace forklint
