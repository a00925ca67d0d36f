#include "program/call_frames.h"

#include <algorithm>

#include "program/handover.h"
#include "program/parameter_truth.h"

namespace forklint::program {

using python::RegionKind;

namespace {

// Of the function, or of one around it: what a closure runs is what its maker was given.
bool names_any_parameter(const python::Expr& expr, const Module& module, const python::Function& function) {
  for (const python::Function* at = &function; at != nullptr; at = function_around(*at)) {
    if (names_parameter(expr, module, *at)) return true;
  }
  return false;
}

}  // namespace

const python::Function* function_around(const python::Function& function) {
  const python::Scope* around = function.scope == nullptr ? nullptr : function.scope->parent;
  return around == nullptr ? nullptr : around->function;
}

bool CallFrames::matter(const Module& module, const python::Function& function) {
  // Within a circle of calls the answer is that of the rest of the circle.
  const auto [known, is_new] = matter_.emplace(&function, false);
  if (!is_new) return known->second;
  const std::vector<BodyItem>& items = graph_.body(module, &function);
  const bool matters = std::any_of(items.begin(), items.end(),
                                   [&](const BodyItem& item) { return depends(item, module, function); });
  return matter_[&function] = matters;
}

bool CallFrames::depends(const BodyItem& item, const Module& module, const python::Function& function) {
  for (const python::Region* region = item.region; region != nullptr; region = region->outer) {
    const bool decides = region->kind == RegionKind::if_true || region->kind == RegionKind::if_false;
    if (decides && region->test != nullptr && names_parameter(*region->test, module, function)) return true;
  }
  for (const Exit& exit : item.flow.exits) {
    if (names_parameter(*exit.test, module, function)) return true;
  }
  for (const auto& [site, subject] : item.subjects) {
    if (names_parameter(*subject, module, function)) return true;
  }
  const auto decided_by_caller = [&](const Site* site) {
    return site->api->creates != catalog::Creates::nothing && depends_on_caller(evaluator_, *site);
  };
  if (std::any_of(item.makes.begin(), item.makes.end(), decided_by_caller)) return true;
  const auto begun_by_caller = [&](const Site* site) {
    return site->function == &function && hazard_depends_on_caller(evaluator_, *site);
  };
  if (std::any_of(item.starts.begin(), item.starts.end(), begun_by_caller)) return true;
  if (item.call == nullptr || item.runs.empty()) return false;
  if (names_any_parameter(*item.call->call->callee, module, function)) return true;
  const auto& arguments = item.call->call->arguments;
  const bool hands_on = std::any_of(arguments.begin(), arguments.end(), [&](const python::Argument& each) {
    return names_parameter(*each.value, module, function);
  });
  return hands_on && std::any_of(item.runs.begin(), item.runs.end(), [&](const Evaluator::Target& target) {
           return matter(*target.module, *target.function);
         });
}

bool CallFrames::allow(const BodyItem& item, const Module& module, const Frame& frame) {
  for (const python::Region* region = item.region; region != nullptr; region = region->outer) {
    const bool if_true = region->kind == RegionKind::if_true;
    if ((!if_true && region->kind != RegionKind::if_false) || region->test == nullptr) continue;
    if (!names_parameter(*region->test, module, *frame.function)) continue;
    if (const auto decided = ParameterTruth(evaluator_, module, frame).of(*region->test);
        decided && *decided != if_true)
      return false;
  }
  return std::none_of(item.flow.exits.begin(), item.flow.exits.end(), [&](const Exit& exit) {
    return names_parameter(*exit.test, module, *frame.function) &&
           ParameterTruth(evaluator_, module, frame).of(*exit.test) == exit.if_true;
  });
}

bool CallFrames::allow_run(const BodyItem& item, const python::Function& function, const Module& module,
                           const Frame& frame) {
  const python::Expr& callee = *item.call->call->callee;
  if (!names_any_parameter(callee, module, *frame.function)) return true;
  const ValueSet callees = evaluator_.values(callee, module, &frame);
  return std::any_of(callees.values().begin(), callees.values().end(), [&](const Value& value) {
    const std::vector<Evaluator::Target> targets = evaluator_.functions_run_by(value);
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Evaluator::Target& target) { return target.function == &function; });
  });
}

bool CallFrames::allow_site(const BodyItem& item, const Site& site, const Module& module,
                            const Frame& frame) {
  if (site.call == nullptr) return true;
  bool knows_better = false;
  for (const auto& [handled, subject] : item.subjects) {
    if (handled != &site || !names_parameter(*subject, module, *frame.function)) continue;
    const ValueSet values = evaluator_.values(*subject, module, &frame);
    for (const Value& value : values.values()) {
      if (value.expr == site.call->call) return true;
      knows_better = knows_better || (value.kind == ValueKind::instance && value.expr != nullptr);
    }
    knows_better = knows_better || !values.open();
  }
  return !knows_better;
}

}  // namespace forklint::program
