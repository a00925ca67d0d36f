// What a rule is: metadata and one function over the finished Program.
//
// rules/<group>/<name>.cpp defines `const Rule <name>` in this namespace and rules/<group>/<name>.md is its
// page; the build finds both and generates the table behind all_rules(). There is no list to edit.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "finding/rule.h"

namespace forklint::program {
class Program;
}

namespace forklint::rules {

struct Rule {
  const RuleInfo* info = nullptr;  // static lifetime
  // Appends what the rule finds, in any order. Null for a rule that is decided after all others have
  // spoken (FRK901 unused-suppression, where suppressions are applied).
  void (*check)(const program::Program& program, std::vector<Finding>& findings) = nullptr;
  // What the rule has to say beyond that to who selects it, or its group, by name: `--extend-select FRK3`.
  void (*check_if_named)(const program::Program& program, std::vector<Finding>& findings) = nullptr;
};

struct RegisteredRule {
  const Rule* rule = nullptr;
  std::string_view page;
};

// Sorted by id.
std::span<const RegisteredRule> all_rules();

}  // namespace forklint::rules
