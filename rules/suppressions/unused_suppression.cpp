#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"unused",
     "The suppression of '{0}' suppresses nothing.\n"
     "A comment that is no longer needed hides the next finding on its line.\n"
     "Remove it."},
    {"unused-blanket",
     "The comment '{0}' suppresses nothing.\n"
     "A comment that is no longer needed hides the next finding on its line.\n"
     "Remove it, or name the rule that it is meant for."},
    {"unknown-rule",
     "The suppression names '{0}', which is no rule of forklint.\n"
     "It suppresses nothing.\n"
     "Correct the id; `forklint rules` lists them."},
};

constexpr std::string_view kTags[] = {"maintainability"};

constexpr RuleInfo kInfo{
    .id = "FRK901",
    .name = "unused-suppression",
    .summary = "A suppression comment suppresses nothing.",
    .level = Level::note,
    .precision = "very-high",
    .messages = kMessages,
    .tags = kTags,
};

}  // namespace

// Decided where suppressions are applied: only there is known which of them were needed.
extern const Rule unused_suppression;
const Rule unused_suppression{.info = &kInfo};

}  // namespace forklint::rules
