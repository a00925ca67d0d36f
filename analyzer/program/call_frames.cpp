#include "program/call_frames.h"

#include <algorithm>

#include "program/handover.h"

namespace forklint::program {
namespace {

using python::ExprKind;
using python::RegionKind;

// What the value is as a condition; nothing where its own methods decide, or its length.
std::optional<bool> is_true(const Value& value) {
  switch (value.kind) {
    case ValueKind::none:
      return false;
    case ValueKind::boolean:
    case ValueKind::integer:
      return value.integer != 0;
    case ValueKind::positive_integer:
    case ValueKind::function:
    case ValueKind::class_:
      return true;
    case ValueKind::string:
      return !value.text.empty();
    default:
      return std::nullopt;
  }
}

bool is_plain(const Value& value) {
  return value.kind == ValueKind::none || value.kind == ValueKind::boolean ||
         value.kind == ValueKind::integer || value.kind == ValueKind::string;
}

bool equal(const Value& left, const Value& right) {
  const bool numbers = left.kind != ValueKind::none && right.kind != ValueKind::none &&
                       left.kind != ValueKind::string && right.kind != ValueKind::string;
  if (numbers) return left.integer == right.integer;
  return left.kind == right.kind && (left.kind == ValueKind::none || left.text == right.text);
}

template <typename Decide>
std::optional<bool> all_agree(const ValueSet& values, Decide decide) {
  if (values.open() || values.values().empty()) return std::nullopt;
  std::optional<bool> agreed;
  for (const Value& value : values.values()) {
    const std::optional<bool> each = decide(value);
    if (!each || (agreed && *agreed != *each)) return std::nullopt;
    agreed = each;
  }
  return agreed;
}

}  // namespace

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
  if (item.call == nullptr || item.runs.empty()) return false;
  if (names_parameter(*item.call->call->callee, module, function)) return true;
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
    if (const auto decided = truth(*region->test, module, frame); decided && *decided != if_true)
      return false;
  }
  return std::none_of(item.flow.exits.begin(), item.flow.exits.end(), [&](const Exit& exit) {
    return names_parameter(*exit.test, module, *frame.function) &&
           truth(*exit.test, module, frame) == exit.if_true;
  });
}

bool CallFrames::allow_run(const BodyItem& item, const python::Function& function, const Module& module,
                           const Frame& frame) {
  const python::Expr& callee = *item.call->call->callee;
  if (!names_parameter(callee, module, *frame.function)) return true;
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

std::optional<bool> CallFrames::truth(const python::Expr& test, const Module& module, const Frame& frame) {
  if (test.kind == ExprKind::unary) {
    const auto& node = static_cast<const python::Unary&>(test);
    const std::optional<bool> operand = node.op == "not" ? truth(*node.operand, module, frame) : std::nullopt;
    return operand ? std::optional(!*operand) : std::nullopt;
  }
  if (test.kind == ExprKind::bool_op) {
    const auto& node = static_cast<const python::BoolOp&>(test);
    const std::optional<bool> left = truth(*node.left, module, frame);
    const std::optional<bool> right = truth(*node.right, module, frame);
    if (left == !node.is_and || right == !node.is_and) return !node.is_and;
    return left && right ? std::optional(node.is_and) : std::nullopt;
  }
  if (test.kind == ExprKind::compare)
    return comparison(static_cast<const python::Compare&>(test), module, frame);
  if (test.kind != ExprKind::name) return std::nullopt;
  return all_agree(evaluator_.values(test, module, &frame), is_true);
}

std::optional<bool> CallFrames::comparison(const python::Compare& test, const Module& module,
                                           const Frame& frame) {
  if (test.rest.size() != 1 || test.left->kind != ExprKind::name) return std::nullopt;
  const std::string_view op = test.rest.front().op;
  const bool is_equality = op == "==" || op == "is";
  if (!is_equality && op != "!=" && op != "is not") return std::nullopt;
  const ValueSet right = evaluator_.values(*test.rest.front().right, module, &frame);
  const Value* wanted = right.single();
  if (wanted == nullptr || !is_plain(*wanted)) return std::nullopt;
  return all_agree(evaluator_.values(*test.left, module, &frame), [&](const Value& value) {
    // Whatever is known to be a thing of its own is not None.
    const bool can_tell = is_plain(value) || wanted->kind == ValueKind::none;
    return can_tell ? std::optional((is_plain(value) && equal(value, *wanted)) == is_equality) : std::nullopt;
  });
}

}  // namespace forklint::program
