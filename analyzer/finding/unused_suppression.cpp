#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "finding/active_directive.h"
#include "finding/selection.h"

namespace forklint {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::uint32_t message_index(const RuleInfo& rule, std::string_view id) {
  const auto found = std::ranges::find(rule.messages, id, &MessageTemplate::id);
  FORKLINT_CHECK(found != rule.messages.end(), "the rule for unused suppressions lacks a message");
  return static_cast<std::uint32_t>(found - rule.messages.begin());
}

bool is_known(const std::string& selector, const SuppressionPolicy& policy) {
  return std::ranges::any_of(policy.known_rules,
                             [&](std::string_view rule_id) { return selects(selector, rule_id); });
}

// Whether every rule that could have used the selector took part. The rule for unused suppressions itself
// has not spoken yet, so naming it is never in vain.
bool had_its_chance(const std::string& selector, const SuppressionPolicy& policy) {
  return std::ranges::all_of(policy.known_rules, [&](std::string_view rule_id) {
    if (!selects(selector, rule_id)) return true;
    if (rule_id == policy.unused_rule->id) return selector.size() < rule_id.size();
    return !policy.is_enabled || policy.is_enabled(rule_id);
  });
}

// The whole line where the directive is all there is on it, else the directive with the blanks before it.
Span removal_of(const ActiveDirective& active) {
  const SourceFile& source = *active.source;
  Span span = active.in_file(active.directive.span);
  const std::uint32_t number = source.position(span.begin, ColumnUnit::byte).line;
  const Span line = source.line(number);
  const bool rest_follows =
      source.text({span.end, line.end}).find_first_not_of(" \t\f") != std::string_view::npos;
  if (rest_follows) {
    while (source.bytes()[span.end] == ' ' || source.bytes()[span.end] == '\t') ++span.end;
    return span;
  }
  span.end = line.end;
  while (span.begin > line.begin &&
         (source.bytes()[span.begin - 1] == ' ' || source.bytes()[span.begin - 1] == '\t')) {
    --span.begin;
  }
  if (span.begin == line.begin && number < source.line_count()) span.end = source.line(number + 1).begin;
  return span;
}

Fix removal_fix(const ActiveDirective& active, const std::vector<std::string>& kept) {
  Fix fix;
  fix.applicability = Applicability::safe;
  const std::string& path = active.source->path();
  if (kept.empty()) {
    fix.title = "Remove the unused suppression.";
    fix.edits.push_back({path, removal_of(active), ""});
  } else {
    fix.title = "Remove the unused rules from the suppression.";
    fix.edits.push_back({path, active.in_file(active.directive.list), joined(kept)});
  }
  return fix;
}

Finding finding_at(const ActiveDirective& active, const RuleInfo& rule, std::string_view message_id,
                   std::vector<std::string> arguments) {
  Finding finding;
  finding.rule = &rule;
  finding.level = rule.level;
  finding.message = message_index(rule, message_id);
  finding.arguments = std::move(arguments);
  finding.place = {active.source->path(), active.in_file(active.directive.span)};
  return finding;
}

void report_blanket(const ActiveDirective& active, const SuppressionPolicy& policy,
                    std::vector<Finding>& findings) {
  const auto took_part = [&](std::string_view rule_id) {
    return !policy.is_enabled || policy.is_enabled(rule_id);
  };
  if (active.blanket_used || !std::ranges::all_of(policy.known_rules, took_part)) return;
  const std::string comment = active.source->utf8(active.in_file(active.directive.span));
  Finding finding = finding_at(active, *policy.unused_rule, unused_suppression::kUnusedBlanket, {comment});
  finding.fixes.push_back(removal_fix(active, {}));
  findings.push_back(std::move(finding));
}

}  // namespace

void report_unused(const ActiveDirective& active, const SuppressionPolicy& policy,
                   std::vector<Finding>& findings) {
  if (active.is_blanket()) {
    report_blanket(active, policy, findings);
    return;
  }
  std::vector<std::string> kept;
  std::vector<std::string> unknown;
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < active.used.size(); ++i) {
    const std::string& selector = active.directive.selectors[i];
    const bool known = is_known(selector, policy);
    const bool in_vain = known && !active.used[i] && had_its_chance(selector, policy);
    (!known ? unknown : in_vain ? unused : kept).push_back(selector);
  }
  kept.insert(kept.end(), active.directive.foreign.begin(), active.directive.foreign.end());
  // A misspelt rule is for its author to correct: taking it out would leave the finding they meant.
  for (const std::string& selector : unknown) {
    findings.push_back(finding_at(active, *policy.unused_rule, unused_suppression::kUnknownRule, {selector}));
    kept.push_back(selector);
  }
  if (unused.empty()) return;
  Finding finding = finding_at(active, *policy.unused_rule, unused_suppression::kUnused, {joined(unused)});
  finding.fixes.push_back(removal_fix(active, kept));
  findings.push_back(std::move(finding));
}

}  // namespace forklint
