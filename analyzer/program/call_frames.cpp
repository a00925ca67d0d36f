#include "program/call_frames.h"

#include <algorithm>

#include "program/handover.h"
#include "program/parameter_truth.h"
#include "python/methods.h"

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

bool may_be_decided(const python::Expr& test, const Module& module, const python::Function& function) {
  return names_parameter(test, module, function) || names_own_attribute(test, function);
}

}  // namespace

const python::Function* function_around(const python::Function& function) {
  const python::Scope* around = function.scope == nullptr ? nullptr : function.scope->parent;
  return around == nullptr ? nullptr : around->function;
}

CallFrames::Needs CallFrames::needs(const Module& module, const python::Function& function) {
  // Within a circle of calls the answer is that of the rest of the circle.
  const auto [known, is_new] = needs_.emplace(&function, Needs{});
  if (!is_new) return known->second;
  Needs needs;
  for (const BodyItem& item : graph_.body(module, &function)) {
    needs.add(needs_of(item, module, function));
    if (needs.arguments && needs.object) break;
  }
  // What a constructor keeps comes from its own arguments.
  if (function.name == "__init__") needs.arguments = needs.any();
  return needs_[&function] = needs;
}

CallFrames::Needs CallFrames::needs_of(const BodyItem& item, const Module& module,
                                       const python::Function& function) {
  Needs needs;
  const auto ask = [&](const python::Expr& expr) {
    needs.arguments = needs.arguments || names_parameter(expr, module, function);
    needs.object = needs.object || names_own_attribute(expr, function);
  };
  for (const python::Region* region = item.region; region != nullptr; region = region->outer) {
    const bool decides = region->kind == RegionKind::if_true || region->kind == RegionKind::if_false;
    if (decides && region->test != nullptr) ask(*region->test);
  }
  for (const Exit& exit : item.flow.exits) ask(*exit.test);
  for (const auto& [site, subject] : item.subjects) ask(*subject);
  for (const Site* site : item.makes) {
    if (site->api->creates == catalog::Creates::nothing) continue;
    needs.add({depends_on_caller(evaluator_, *site), depends_on_object(evaluator_, *site)});
  }
  for (const Site* site : item.starts) {
    if (site->function != &function) continue;
    needs.add({hazard_depends_on_caller(evaluator_, *site), depends_on_object(evaluator_, *site)});
  }
  if (item.call != nullptr && !item.runs.empty()) needs.add(needs_of_call(item, module, function));
  return needs;
}

CallFrames::Needs CallFrames::needs_of_call(const BodyItem& item, const Module& module,
                                            const python::Function& function) {
  Needs needs;
  needs.arguments = names_any_parameter(*item.call->call->callee, module, function);
  const auto* callee = python::as<python::Attribute>(item.call->call->callee);
  needs.object = callee != nullptr && names_own_attribute(*callee->value, function);
  Needs behind;
  for (const Evaluator::Target& target : item.runs) behind.add(this->needs(*target.module, *target.function));
  if (!behind.any()) return needs;
  // The arguments of the call, and those of the call that made the object whose method it is.
  const auto hand_on = [&](const python::Call& call) {
    for (const python::Argument& argument : call.arguments) {
      needs.arguments = needs.arguments || names_parameter(*argument.value, module, function);
      needs.object = needs.object || names_own_attribute(*argument.value, function);
    }
  };
  if (behind.arguments) hand_on(*item.call->call);
  if (!behind.object || callee == nullptr) return needs;
  if (function.class_ != nullptr &&
      (python::is_self(*callee->value, function) || python::is_super(*callee->value)))
    needs.object = true;
  for (const Value& object : evaluator_.values(*callee->value, module).values()) {
    const auto* made = object.kind == ValueKind::instance ? python::as<python::Call>(object.expr) : nullptr;
    const python::CallSite* site = made == nullptr ? nullptr : module.syntax.site_of(*made);
    if (site != nullptr && site->function == &function) hand_on(*made);
  }
  return needs;
}

bool CallFrames::allow(const BodyItem& item, const Module& module, const Frame& frame) {
  for (const python::Region* region = item.region; region != nullptr; region = region->outer) {
    const bool if_true = region->kind == RegionKind::if_true;
    if ((!if_true && region->kind != RegionKind::if_false) || region->test == nullptr) continue;
    if (!may_be_decided(*region->test, module, *frame.function)) continue;
    if (const auto decided = ParameterTruth(evaluator_, module, frame).of(*region->test);
        decided && *decided != if_true)
      return false;
  }
  return std::none_of(item.flow.exits.begin(), item.flow.exits.end(), [&](const Exit& exit) {
    return may_be_decided(*exit.test, module, *frame.function) &&
           ParameterTruth(evaluator_, module, frame).of(*exit.test) == exit.if_true;
  });
}

bool CallFrames::allow_run(const BodyItem& item, const python::Function& function, const Module& module,
                           const Frame& frame) {
  const python::Expr& callee = *item.call->call->callee;
  const auto* method = python::as<python::Attribute>(&callee);
  if (method != nullptr && names_own_attribute(*method->value, *frame.function))
    return allow_method(*method, function, module, frame);
  if (!names_any_parameter(callee, module, *frame.function)) return true;
  const ValueSet callees = evaluator_.values(callee, module, &frame);
  return std::any_of(callees.values().begin(), callees.values().end(), [&](const Value& value) {
    const std::vector<Evaluator::Target> targets = evaluator_.functions_run_by(value);
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Evaluator::Target& target) { return target.function == &function; });
  });
}

// `self.reader.read()`: only what the object keeps has a method to run.
bool CallFrames::allow_method(const python::Attribute& callee, const python::Function& function,
                              const Module& module, const Frame& frame) {
  const auto* attribute = python::as<python::Attribute>(callee.value);
  const auto kept =
      attribute == nullptr ? std::nullopt : evaluator_.own_attribute(*attribute, module, &frame);
  if (!kept || kept->open()) return true;
  return std::any_of(kept->values().begin(), kept->values().end(), [&](const Value& value) {
    if (is_scalar(value)) return false;
    if (value.kind != ValueKind::instance || value.class_ == nullptr) return true;
    return evaluator_.method_of(*value.module, *value.class_, callee.name) == &function;
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
