#include "fix/plan.h"

#include <algorithm>

#include "base/check.h"

namespace forklint::fix {
namespace {

// Insertions at one place have no order among them: they collide as well.
bool collide(const Edit& left, const Edit& right) {
  if (left.span.begin == right.span.begin) return true;
  return left.span.begin < right.span.end && right.span.begin < left.span.end;
}

// Adds the edits that are not there yet, or nothing at all if one of them collides.
bool add(const Fix& fix, std::map<std::string, std::vector<Edit>>& all) {
  std::vector<Edit> fresh;
  for (const Edit& edit : fix.edits) {
    const auto& there = all[edit.path];
    if (std::find(there.begin(), there.end(), edit) != there.end()) continue;
    const auto collides = [&](const Edit& other) { return collide(edit, other); };
    if (std::any_of(there.begin(), there.end(), collides)) return false;
    fresh.push_back(edit);
  }
  for (const Edit& edit : fresh) {
    auto& there = all[edit.path];
    there.insert(std::upper_bound(there.begin(), there.end(), edit), edit);
  }
  return true;
}

}  // namespace

const Fix* chosen_fix(const Finding& finding, const Choice& choice) {
  for (const Fix& fix : finding.fixes) {
    const bool allowed = std::all_of(fix.edits.begin(), fix.edits.end(),
                                     [&](const Edit& edit) { return choice.may_edit(edit.path); });
    if (fix.applicability >= choice.least && allowed && !choice.rejected.contains(fix.edits)) return &fix;
  }
  return nullptr;
}

Plan make_plan(const std::vector<Finding>& findings, const Choice& choice) {
  Plan plan;
  for (const Finding& finding : findings) {
    const Fix* fix = chosen_fix(finding, choice);
    if (fix == nullptr) continue;
    const auto known = std::find_if(plan.taken.begin(), plan.taken.end(),
                                    [&](const Taken& taken) { return taken.fix->edits == fix->edits; });
    if (known != plan.taken.end()) {
      known->findings.push_back(&finding);
    } else if (add(*fix, plan.edits)) {
      plan.taken.push_back({fix, {&finding}});
    }
  }
  std::erase_if(plan.edits, [](const auto& each) { return each.second.empty(); });
  return plan;
}

Plan plan_of(std::vector<Taken> taken) {
  Plan plan{std::move(taken), {}};
  for (const Taken& each : plan.taken) {
    const bool is_disjoint = add(*each.fix, plan.edits);
    FORKLINT_CHECK(is_disjoint, "the fixes of a plan are disjoint");
  }
  return plan;
}

}  // namespace forklint::fix
