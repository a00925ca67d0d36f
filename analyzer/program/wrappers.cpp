#include "program/wrappers.h"

#include "base/lookup.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

// What runs when a decorator is given the function: it, or `__call__` of the object `@Timed(seconds=5)`.
std::vector<Evaluator::Target> called_by(Evaluator& evaluator, const Value& decorator) {
  if (decorator.kind == ValueKind::function && !decorator.function->parameters.empty())
    return {{decorator.module, decorator.function, false}};
  if (decorator.kind != ValueKind::instance || decorator.class_ == nullptr) return {};
  const Module* found_in = decorator.module;
  const python::Function* method =
      evaluator.method_of(*decorator.module, *decorator.class_, "__call__", &found_in);
  if (method == nullptr || method->parameters.size() < 2) return {};
  return {{found_in, method, true}};
}

}  // namespace

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
      for (const Evaluator::Target& target : called_by(evaluator, decorator))
        add_returned(evaluator, target, function);
    }
  }
}

void Wrappers::add_returned(Evaluator& evaluator, const Evaluator::Target& decorator,
                            const python::Function& function) {
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

const std::vector<Wrapper>& Wrappers::of(const python::Function& function) const {
  return value_or_empty(wrappers_, &function);
}

const python::Function* Wrappers::decorator_behind(const python::CallSite& call, const Module& module) const {
  const auto* name = python::as<python::Name>(call.call->callee);
  if (name == nullptr || decorators_.empty()) return nullptr;
  const python::Use use = module.syntax.use_of(*name);
  if (use.bindings.size() != 1 || use.bindings.front()->kind != python::BindingKind::parameter)
    return nullptr;
  const python::Function* function = use.bindings.front()->performed_in->function;
  // The first one behind self.
  const bool is_method = function->class_ != nullptr && function->parameters.size() > 1;
  const bool is_first = use.bindings.front()->parameter == &function->parameters[is_method ? 1 : 0];
  return is_first && decorators_.contains(function) ? function : nullptr;
}

}  // namespace forklint::program
