// What a call runs: the functions of the project behind a value that is called.
#include <algorithm>

#include "program/evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {
namespace {

const python::Binding* only_binding(const Module& module, std::string_view name) {
  const auto found = module.syntax.scope().names.find(name);
  if (found == module.syntax.scope().names.end() || found->second.size() != 1) return nullptr;
  return found->second.front();
}

}  // namespace

ValueSet Evaluator::callees(const python::Call& call, const Module& module) {
  // Most calls are of methods that neither the catalog nor the project has: `parts.append(...)`.
  const auto* attribute = python::as<python::Attribute>(call.callee);
  if (attribute != nullptr && !state_->callable_names.contains(attribute->name)) return ValueSet::unknown();
  if (const auto* name = python::as<python::Name>(call.callee); name != nullptr) {
    const python::Use use = module.syntax.use_of(*name);
    if (use.bindings.empty() && use.star_imports.empty()) return ValueSet::unknown();
  }
  return values(*call.callee, module);
}

void Evaluator::collect_callable_names(const catalog::Api& api) {
  std::unordered_set<std::string_view>& names = state_->callable_names;
  const auto add_last = [&](std::string_view qualified) {
    names.insert(qualified.substr(qualified.rfind('.') + 1));
  };
  add_last(api.name);
  for (const std::string_view alias : api.aliases) add_last(alias);
  for (const auto methods :
       {api.created_by, api.forks_by, api.unless_called, api.hazard_by, api.hazard_ends, api.hazard_told_by})
    std::for_each(methods.begin(), methods.end(), add_last);
}

void Evaluator::collect_callable_names(const Module& module) {
  std::unordered_set<std::string_view>& names = state_->callable_names;
  for (const auto& [name, bindings] : module.syntax.scope().names) names.insert(name);
  for (const python::Function* function : module.syntax.functions()) names.insert(function->name);
  for (const python::Class* class_ : module.syntax.classes()) {
    names.insert(class_->name);
    for (const auto& [name, bindings] : class_->scope->names) names.insert(name);
  }
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings())
    names.insert(binding.target->name);
}

Evaluator::Definition Evaluator::definition_of(const python::Expr& expr, const Module& module) {
  constexpr unsigned kMaxImports = 4;
  const python::Binding* binding = nullptr;
  const Module* at = &module;
  if (const auto* name = python::as<python::Name>(&expr)) {
    const python::Use use = module.syntax.use_of(*name);
    if (use.bindings.size() == 1 && !use.maybe_unbound) binding = use.bindings.front();
  } else if (const auto* attribute = python::as<python::Attribute>(&expr)) {
    if (attribute->value->kind != python::ExprKind::name) return {};
    const python::Use use = module.syntax.use_of(static_cast<const python::Name&>(*attribute->value));
    if (use.bindings.size() != 1 || use.bindings.front()->import_item == nullptr) return {};
    const ValueSet base = values(*attribute->value, module);
    if (base.single() == nullptr || base.single()->kind != ValueKind::module) return {};
    at = base.single()->module;
    binding = only_binding(*at, attribute->name);
  }
  for (unsigned i = 0; i < kMaxImports && binding != nullptr; ++i) {
    if (binding->kind == python::BindingKind::assignment && binding->unpack.empty())
      return {at, binding->value};
    if (binding->kind != python::BindingKind::import_from) return {};
    const python::ImportFrom& from = *binding->import_stmt;
    const std::string_view file = from.level == 0
                                      ? table_.resolve(from.module, at->path())
                                      : table_.resolve_relative(from.level, from.module, at->path());
    const Module* next = module_at(file);
    if (next == nullptr) return {};
    at = next;
    binding = only_binding(*at, binding->import_item->name);
  }
  return {};
}

std::vector<Evaluator::Target> Evaluator::functions_run_by(const Value& callee) {
  switch (callee.kind) {
    case ValueKind::function: {
      // A method that is reached through its class takes self as its first argument by hand.
      return {{callee.module, callee.function, false}};
    }
    case ValueKind::method: {
      if (callee.function == nullptr) return {};
      return {{callee.module, callee.function, true}};
    }
    case ValueKind::class_: {
      const Module* found_in = callee.module;
      const python::Function* constructor = method_of(*callee.module, *callee.class_, "__init__", &found_in);
      if (constructor == nullptr) return {};
      return {{found_in, constructor, true}};
    }
    case ValueKind::partial: {
      const auto& partial = static_cast<const python::Call&>(*callee.expr);
      std::vector<Target> targets;
      for (const Value& inner : values(*partial.arguments.front().value, *callee.module).values()) {
        if (inner.kind == ValueKind::partial) continue;
        for (const Target& target : functions_run_by(inner)) targets.push_back(target);
      }
      return targets;
    }
    default:
      return {};
  }
}

}  // namespace forklint::program
