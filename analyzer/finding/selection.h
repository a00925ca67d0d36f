// Which rules take part: selectors as users write them, and the answer for a rule.
//
// A selector is a rule id ("FRK104"), the beginning of one that holds at least its letters ("FRK", "FRK1") or
// "ALL". Case does not matter.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace forklint {

// Whether the rule is one of those that `selector` stands for.
bool selects(std::string_view selector, std::string_view rule_id);
bool any_selects(std::span<const std::string> selectors, std::string_view rule_id);

// Fails on the first selector that stands for no rule, with a suggestion. `where` is the option or settings
// key that holds them.
Result<void> check_selectors(std::span<const std::string> selectors,
                             std::span<const std::string_view> known_rules, std::string_view where);

struct SelectionChoice {
  std::vector<std::string> select = {"ALL"};
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
};

// The rules that are on. The longest selector that stands for a rule decides about it, and of two equally
// long ones that which ignores: `select = ["FRK1"], ignore = ["FRK104"]` and
// `select = ["FRK104"], ignore = ["FRK1"]` both do what they say.
class Selection {
 public:
  static Result<Selection> make(const SelectionChoice& choice, std::span<const std::string_view> known_rules);

  bool contains(std::string_view rule_id) const { return rules_.contains(rule_id); }
  // Whether it is on because a selector asks for it or its group ("FRK3"), not for everything.
  bool names(std::string_view rule_id) const { return named_.contains(rule_id); }

 private:
  std::set<std::string, std::less<>> rules_;
  std::set<std::string, std::less<>> named_;
};

}  // namespace forklint
