#include "finding/selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace forklint {
namespace {

constexpr std::string_view kAll = "ALL";

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool same_letter(char left, char right) { return upper(left) == upper(right); }

bool is_all(std::string_view selector) { return std::ranges::equal(selector, kAll, same_letter); }

// How much of the rule's id a selector says: 0 for "ALL", and -1 where it does not stand for the rule.
int specificity(std::string_view selector, std::string_view rule_id) {
  if (is_all(selector)) return 0;
  return selects(selector, rule_id) ? static_cast<int>(selector.size()) : -1;
}

int highest_specificity(std::span<const std::string> selectors, std::string_view rule_id) {
  int highest = -1;
  for (const std::string& selector : selectors) highest = std::max(highest, specificity(selector, rule_id));
  return highest;
}

}  // namespace

bool selects(std::string_view selector, std::string_view rule_id) {
  if (is_all(selector)) return true;
  const std::size_t letters = std::min(rule_id.find_first_of("0123456789"), rule_id.size());
  if (selector.size() < letters || selector.size() > rule_id.size()) return false;
  return std::ranges::equal(selector, rule_id.substr(0, selector.size()), same_letter);
}

bool any_selects(std::span<const std::string> selectors, std::string_view rule_id) {
  return highest_specificity(selectors, rule_id) >= 0;
}

Result<void> check_selectors(std::span<const std::string> selectors,
                             std::span<const std::string_view> known_rules, std::string_view where) {
  for (const std::string& selector : selectors) {
    const auto stands_for = [&](std::string_view rule_id) { return selects(selector, rule_id); };
    if (std::ranges::any_of(known_rules, stands_for)) continue;
    std::vector<std::string_view> candidates(known_rules.begin(), known_rules.end());
    candidates.push_back(kAll);
    return fail(fmt::format("{}: unknown rule '{}'{}", where, text::visible(selector),
                            text::suggestion(selector, candidates)));
  }
  return {};
}

Result<Selection> Selection::make(const SelectionChoice& choice,
                                  std::span<const std::string_view> known_rules) {
  const std::pair<std::string_view, const std::vector<std::string>*> lists[] = {
      {"select", &choice.select}, {"extend-select", &choice.extend_select}, {"ignore", &choice.ignore}};
  for (const auto& [where, selectors] : lists) {
    if (auto known = check_selectors(*selectors, known_rules, where); !known)
      return fail(known.error().message);
  }
  Selection selection;
  for (const std::string_view rule_id : known_rules) {
    const int on = std::max(highest_specificity(choice.select, rule_id),
                            highest_specificity(choice.extend_select, rule_id));
    if (on <= highest_specificity(choice.ignore, rule_id)) continue;
    selection.rules_.emplace(rule_id);
    // Letters alone stand for every rule.
    if (on > static_cast<int>(rule_id.find_first_of("0123456789"))) selection.named_.emplace(rule_id);
  }
  return selection;
}

}  // namespace forklint
