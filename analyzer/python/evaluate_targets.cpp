#include "python/evaluation_order.h"

namespace forklint::python {

void EvaluationOrder::bind_target(const Expr* target, TargetValue& value) {
  if (target == nullptr) return;
  switch (target->kind) {
    case ExprKind::name: {
      const auto& name = *static_cast<const Name*>(target);
      Binding& binding = bind(value.kind, name.id, name.span);
      binding.value = value.value;
      binding.unpack = value.path;
      return;
    }
    case ExprKind::attribute:
      return bind_attribute(*static_cast<const Attribute*>(target), value);
    case ExprKind::sequence:
      return bind_items(static_cast<const Sequence*>(target)->items, value);
    case ExprKind::unparsed:
      for (const Expr* part : static_cast<const Unparsed*>(target)->parts) {
        value.path.push_back(-1);
        bind_target(part, value);
        value.path.pop_back();
      }
      return;
    case ExprKind::starred:
      return bind_target(static_cast<const Starred*>(target)->value, value);
    default:
      return evaluate(target);
  }
}

void EvaluationOrder::bind_items(ExprList items, TargetValue& value) {
  bool is_after_star = false;
  std::int32_t index = 0;
  for (const Expr* item : items) {
    is_after_star = is_after_star || as<Starred>(item) != nullptr;
    value.path.push_back(is_after_star ? -1 : index++);
    bind_target(item, value);
    value.path.pop_back();
  }
}

void EvaluationOrder::bind_attribute(const Attribute& target, const TargetValue& value) {
  evaluate(target.value);
  draft_.attribute_bindings.push_back({.target = &target,
                                       .value = value.value,
                                       .unpack = value.path,
                                       .kind = value.kind,
                                       .function = function_,
                                       .scope = scope_->scope,
                                       .region = region_,
                                       .order = order_++});
}

}  // namespace forklint::python
