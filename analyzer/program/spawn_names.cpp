#include "program/spawn_names.h"

#include <algorithm>

#include "program/main_guard.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using python::RegionKind;
using python::Scope;
using python::ScopeKind;

const Scope* function_around(const Scope* scope) {
  for (scope = scope == nullptr ? nullptr : scope->parent; scope != nullptr; scope = scope->parent) {
    if (scope->kind == ScopeKind::function) return scope;
  }
  return nullptr;
}

std::string prefix_of(const Scope* scope) {
  if (scope == nullptr) return {};
  switch (scope->kind) {
    case ScopeKind::module:
      return {};
    case ScopeKind::class_:
      return qualified_name(*scope->class_) + ".";
    case ScopeKind::function:
      return qualified_name(*scope->function) + ".<locals>.";
    case ScopeKind::comprehension:
      return prefix_of(scope->parent);
  }
  return {};
}

bool calls(Evaluator& evaluator, const python::Expr& expr, const Module& module,
           std::span<const std::string_view> names) {
  const auto* call = python::as<python::Call>(&expr);
  if (call == nullptr) return false;
  const ValueSet callees = evaluator.values(*call->callee, module);
  return std::any_of(callees.values().begin(), callees.values().end(), [&](const Value& callee) {
    return std::find(names.begin(), names.end(), external_name(callee)) != names.end();
  });
}

// `@functools.wraps(f)` on it, or functools.update_wrapper(wrapper, f) beside it.
bool keeps_name(Evaluator& evaluator, const python::Function& wrapper, const Module& module) {
  constexpr std::string_view kWraps[] = {"functools.wraps", "functools.update_wrapper"};
  for (const python::Expr* decorator : wrapper.decorators) {
    if (calls(evaluator, *decorator, module, kWraps)) return true;
  }
  return std::any_of(module.syntax.calls().begin(), module.syntax.calls().end(),
                     [&](const python::CallSite& site) {
                       return site.function != nullptr && wrapper.scope->parent == site.function->scope &&
                              calls(evaluator, *site.call, module, kWraps);
                     });
}

// The nested function that a decorator returns; null where it returns something else.
const Value* returned_wrapper(const ValueSet& returned) {
  const Value* only = returned.single();
  const bool is_function = only != nullptr && only->kind == ValueKind::function && only->function != nullptr;
  return is_function && is_nested(*only->function) && !only->function->name.empty() ? only : nullptr;
}

}  // namespace

std::string qualified_name(const python::Function& function) {
  const std::string name(function.name.empty() ? "<lambda>" : function.name);
  return prefix_of(function.scope == nullptr ? nullptr : function.scope->parent) + name;
}

std::string qualified_name(const python::Class& class_) {
  return prefix_of(class_.scope == nullptr ? nullptr : class_.scope->parent) + std::string(class_.name);
}

bool is_nested(const python::Function& function) { return function_around(function.scope) != nullptr; }

bool is_nested(const python::Class& class_) { return function_around(class_.scope) != nullptr; }

bool is_bound_under_main_guard_only(const Module& module, std::string_view name) {
  const auto found = module.syntax.scope().names.find(name);
  if (found == module.syntax.scope().names.end() || found->second.empty()) return false;
  const auto& star_imports = module.syntax.scope().star_imports;
  return star_imports.empty() &&
         std::all_of(found->second.begin(), found->second.end(), [&](const python::Binding* binding) {
           return binding->performed_in == &module.syntax.scope() && is_under_main_guard(binding->region);
         });
}

bool is_unconditional(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind != RegionKind::try_body && region->kind != RegionKind::with_body &&
        region->kind != RegionKind::finally_body)
      return false;
  }
  return true;
}

const python::Function* wrapper_without_name(Evaluator& evaluator, const python::Function& function,
                                             const Module& module, bool& certain) {
  certain = true;
  for (const python::Expr* decorator : function.decorators) {
    const ValueSet decorators = evaluator.values(*decorator, module);
    const Value* only = decorators.single();
    if (only == nullptr || only->kind != ValueKind::function || only->function == nullptr) {
      certain = false;
      continue;
    }
    ValueSet returned;
    for_each_return(
        only->function->body, [](const python::Expr&) { return Verdict::depends; },
        [&](const python::Expr* value) {
          if (value != nullptr) returned.add(evaluator.values(*value, *only->module));
        });
    const Value* wrapper = returned_wrapper(returned);
    if (wrapper == nullptr) {
      // `return function` leaves it as it is; anything else is not known.
      certain = false;
      continue;
    }
    if (!keeps_name(evaluator, *wrapper->function, *wrapper->module)) return wrapper->function;
  }
  return nullptr;
}

}  // namespace forklint::program
