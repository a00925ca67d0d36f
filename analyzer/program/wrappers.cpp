#include "program/wrappers.h"

#include "program/returns.h"

namespace forklint::program {

Wrappers::Wrappers(Evaluator& evaluator, const std::vector<std::unique_ptr<Module>>& modules) {
  for (const auto& module : modules) {
    for (const python::Function* function : module->syntax.functions()) add(evaluator, *module, *function);
  }
}

void Wrappers::add(Evaluator& evaluator, const Module& module, const python::Function& function) {
  for (const python::Expr* expr : function.decorators) {
    if (expr->damaged) continue;
    const ValueSet decorators = evaluator.values(*expr, module);
    for (const Value& decorator : decorators.values()) {
      if (decorator.kind != ValueKind::function || decorator.function->parameters.empty()) continue;
      for_each_return(
          decorator.function->body, [](const python::Expr&) { return Verdict::depends; },
          [&](const python::Expr* returned) {
            if (returned == nullptr) return;
            const ValueSet values = evaluator.values(*returned, *decorator.module);
            for (const Value& value : values.values()) {
              if (value.kind != ValueKind::function || value.function == decorator.function) continue;
              wrappers_[&function].push_back({decorator.function, {value.module, value.function, false}});
              decorators_.insert(decorator.function);
            }
          });
    }
  }
}

const std::vector<Wrapper>& Wrappers::of(const python::Function& function) const {
  static const std::vector<Wrapper> none;
  const auto found = wrappers_.find(&function);
  return found == wrappers_.end() ? none : found->second;
}

const python::Function* Wrappers::decorator_behind(const python::CallSite& call, const Module& module) const {
  const auto* name = python::as<python::Name>(call.call->callee);
  if (name == nullptr || decorators_.empty()) return nullptr;
  const python::Use use = module.syntax.use_of(*name);
  if (use.bindings.size() != 1 || use.bindings.front()->kind != python::BindingKind::parameter)
    return nullptr;
  const python::Function* function = use.bindings.front()->performed_in->function;
  const bool is_first = use.bindings.front()->parameter == &function->parameters.front();
  return is_first && decorators_.contains(function) ? function : nullptr;
}

}  // namespace forklint::program
