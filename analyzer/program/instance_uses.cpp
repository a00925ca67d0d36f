#include "program/instance_uses.h"

#include <algorithm>

#include "program/instance_life.h"
#include "program/returns.h"

namespace forklint::program {

void InstanceUses::note_statement(const Module& module, const python::Stmt& stmt) {
  if (const auto* expression = python::as<python::ExpressionStmt>(&stmt))
    statements_.insert(expression->value);
  if (const auto* with = python::as<python::With>(&stmt)) {
    for (const python::WithItem& item : with->items) {
      for (const Value& value : evaluator_.values(*item.context, module).values()) {
        add(value, {"__enter__", &module, item.context->span});
      }
    }
  }
  if (const auto* loop = python::as<python::For>(&stmt)) {
    for (const Value& value : evaluator_.values(*loop->iterable, module).values()) {
      add(value, {"__iter__", &module, loop->iterable->span});
    }
  }
}

void InstanceUses::note_attributes(const Module& module) {
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings()) {
    if (binding.value == nullptr) continue;
    for (const Value& object : evaluator_.values(*binding.target->value, module).values()) {
      if (object.kind != ValueKind::instance) continue;
      InstanceUse use{binding.target->name, &module, binding.target->name_span, binding.value};
      if (object.expr != nullptr) {
        uses_of_expr_[object.expr].push_back(use);
      } else if (object.class_ != nullptr) {
        use.by_class = true;
        uses_of_class_[object.class_].push_back(use);
      }
    }
  }
}

// `loop.run_in_executor(executor, function)` is what `executor.submit(function)` is.
void InstanceUses::note_submission(const Module& module, const python::CallSite& call,
                                   const catalog::Api& api) {
  const std::vector<catalog::ParameterSpec> signature(api.parameters.begin(), api.parameters.end());
  const auto executor =
      std::find_if(signature.begin(), signature.end(),
                   [&](const catalog::ParameterSpec& each) { return each.name == api.submits_to; });
  const auto task = static_cast<std::uint32_t>(executor - signature.begin()) + 1;
  const BoundArgument given = evaluator_.argument(*call.call, module, signature, api.submits_to);
  for (const Value& value : given.values.values())
    add(value, {"submit", &module, call.call->callee->span, nullptr, &call, task});
}

void InstanceUses::add(const Value& instance, const InstanceUse& use) {
  if (instance.kind != ValueKind::instance && instance.kind != ValueKind::method) return;
  const python::CallSite* call = use.call;
  if (instance.expr != nullptr) uses_of_expr_[instance.expr].push_back(use);
  if (instance.expr == nullptr && instance.class_ != nullptr) {
    // An inherited method is known by the class that has it; what calls it on itself is the class around.
    const python::Class* around =
        call == nullptr || call->function == nullptr ? nullptr : call->function->class_;
    uses_by_self_[around == nullptr ? instance.class_ : around].push_back(use);
  }
  if (instance.class_ != nullptr) uses_of_class_[instance.class_].push_back(use);
}

std::span<const InstanceUse> InstanceUses::of(const python::Expr* made) const {
  const auto found = uses_of_expr_.find(made);
  return found == uses_of_expr_.end() ? std::span<const InstanceUse>() : found->second;
}

bool InstanceUses::is_unused(const Site& site) const {
  const auto creates = [&](const InstanceUse& use) { return site.is_creating(use); };
  if (site.subclass != nullptr) {
    for (const python::Class* each : evaluator_.lineage(*site.subclass_module, *site.subclass)) {
      const auto by_self = uses_by_self_.find(each);
      if (by_self != uses_by_self_.end() &&
          std::any_of(by_self->second.begin(), by_self->second.end(), creates)) {
        return false;
      }
    }
  }
  const std::span<const InstanceUse> own = of(site.call->call);
  if (std::any_of(own.begin(), own.end(), creates)) return false;
  return site.result_unused || stays_in_sight(site);
}

void InstanceUses::tell(Site& site) const {
  if (site.kind == SiteKind::call) {
    const bool is_compared = !site.api->context_family.empty() && is_only_compared(site);
    site.result_unused = is_compared || statements_.contains(site.call->call);
    const std::span<const InstanceUse> own = of(site.call->call);
    site.uses.assign(own.begin(), own.end());
  }
  if (site.subclass == nullptr) return;
  const auto found = uses_of_class_.find(site.subclass);
  if (found == uses_of_class_.end()) return;
  for (InstanceUse use : found->second) {
    // What the constructor does with its own instance happens in each construction by itself.
    const bool in_constructor = use.call != nullptr && use.call->function != nullptr &&
                                use.call->function->name == "__init__" &&
                                use.call->function->class_ == site.subclass;
    if (in_constructor && site.kind == SiteKind::call) {
      use.module = site.module;
      use.span = site.span;
      use.call = site.call;
    }
    site.uses.push_back(use);
  }
}

}  // namespace forklint::program
