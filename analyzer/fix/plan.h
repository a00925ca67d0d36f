// Which of the fixes on offer are taken in one round.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "finding/finding.h"

namespace forklint::fix {

struct Choice {
  Applicability least = Applicability::safe;
  // Whether a file may be changed at all: those that the user named.
  std::function<bool(const std::string& path)> may_edit;
  // Fixes that were tried and taken back, by their edits.
  std::set<std::vector<Edit>> rejected;
};

// A fix that was taken, and the findings that it is for.
struct Taken {
  const Fix* fix = nullptr;
  std::vector<const Finding*> findings;
};

struct Plan {
  std::vector<Taken> taken;
  std::map<std::string, std::vector<Edit>> edits;  // by path; sorted and disjoint
};

// Of each finding the first fix that is applicable enough, in the order of the findings. Refers to them.
Plan make_plan(const std::vector<Finding>& findings, const Choice& choice);

// A plan of some of the fixes of another one.
Plan plan_of(std::vector<Taken> taken);

// The fix that a finding would get, or null.
const Fix* chosen_fix(const Finding& finding, const Choice& choice);

}  // namespace forklint::fix
