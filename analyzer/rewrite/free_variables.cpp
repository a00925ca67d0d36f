#include "rewrite/free_variables.h"

#include <algorithm>
#include <array>

#include "rewrite/names.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Value;
using program::ValueKind;
using python::BindingKind;
using python::Name;
using python::Scope;
using python::ScopeKind;

bool owns(const Scope& scope, const Name& name, const python::Use& use) {
  const auto found = scope.names.find(name.id);
  if (found == scope.names.end()) return false;
  // A name that nothing binds on the way here is still the scope's own.
  return use.bindings.empty() ||
         std::any_of(use.bindings.begin(), use.bindings.end(), [&](const python::Binding* binding) {
           return std::find(found->second.begin(), found->second.end(), binding) != found->second.end();
         });
}

// The scope that a name which is read belongs to; null for a builtin or unknown one.
const Scope* owner_of(const Module& module, const Name& name) {
  const python::Use use = module.syntax.use_of(name);
  const Scope* innermost = module.syntax.scope_of(name);
  for (const Scope* scope = innermost; scope != nullptr; scope = scope->parent) {
    const bool is_seen = scope == innermost || scope->kind != ScopeKind::class_;
    if (is_seen && owns(*scope, name, use)) return scope;
  }
  return nullptr;
}

bool is_inside(const Scope* scope, const Scope& outer) {
  for (; scope != nullptr; scope = scope->parent) {
    if (scope == &outer) return true;
  }
  return false;
}

// Names by which a function asks for what is around it.
bool asks_for_surroundings(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {"super", "__class__", "locals", "vars",
                                                      "dir",   "eval",      "exec"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Classes give such names another spelling.
bool is_mangled(std::string_view name) { return name.starts_with("__") && !name.ends_with("__"); }

bool is_in_class(const Scope* scope) {
  for (; scope != nullptr; scope = scope->parent) {
    if (scope->kind == ScopeKind::class_) return true;
  }
  return false;
}

// `nonlocal x`, or `:=` in a comprehension: a variable of a function around that is bound in here.
bool binds_outside(const Module& module, const python::Function& function) {
  for (const Scope* scope = function.scope->parent; scope != nullptr; scope = scope->parent) {
    if (scope == &module.syntax.scope()) return false;
    for (const auto& [name, bindings] : scope->names) {
      const bool binds = std::any_of(bindings.begin(), bindings.end(), [&](const python::Binding* binding) {
        return binding->performed_in != nullptr && is_inside(binding->performed_in, *function.scope);
      });
      if (binds) return true;
    }
  }
  return false;
}

bool is_plain_expr(const python::Expr& expr) {
  if (const auto* list = python::as<python::Sequence>(&expr)) {
    return std::all_of(list->items.begin(), list->items.end(),
                       [](const python::Expr* item) { return is_plain_expr(*item); });
  }
  if (const auto* text = python::as<python::String>(&expr)) return text->exact;
  return expr.kind == python::ExprKind::number || expr.kind == python::ExprKind::constant;
}

bool is_plain(const Value& value) {
  if (value.kind == ValueKind::sequence) return value.expr != nullptr && is_plain_expr(*value.expr);
  return is_scalar(value);
}

bool is_primitive(const Value& value, const Module& module) {
  return value.kind == ValueKind::instance && value.api != nullptr && !value.api->primitive_family.empty() &&
         value.module == &module;
}

CapturedAs captured_as(const Program& program, const Name& name, const Module& module) {
  const program::ValueSet values = program.values(name, module);
  const auto& all = values.values();
  if (values.open() || all.empty()) return CapturedAs::unknown;
  if (std::all_of(all.begin(), all.end(), is_plain)) return CapturedAs::constant;
  const bool is_one = values.single() != nullptr && is_primitive(*values.single(), module);
  return is_one ? CapturedAs::primitive : CapturedAs::unknown;
}

// Where the function's own definition stands in the control structure of the function around it.
const python::Region* region_of(const Module& module, const python::Function& function) {
  const Scope& around = *function.scope->parent;
  if (const auto found = around.names.find(function.name); found != around.names.end()) {
    for (const python::Binding* binding : found->second) {
      if (binding->function == &function) return binding->region;
    }
  }
  const python::Region* region = nullptr;
  std::uint32_t size = UINT32_MAX;
  for (const python::CallSite& site : module.syntax.calls()) {
    const Span span = site.call->span;
    if (site.scope != &around || !span.contains(function.span) || span.size() >= size) continue;
    region = site.region;
    size = span.size();
  }
  return region;
}

// Whether the variable is what it will be for good before the function is defined.
bool is_settled(const Scope& owner, std::string_view name, const Module& module,
                const python::Function& function) {
  const auto& bindings = owner.names.at(name);
  if (bindings.size() != 1 || owner.kind != ScopeKind::function) return false;
  const python::Binding& binding = *bindings.front();
  const bool is_value = binding.kind == BindingKind::assignment || binding.kind == BindingKind::parameter;
  if (!is_value || binding.damaged || binding.span.begin > function.span.begin || is_in_loop(binding.region))
    return false;
  const python::Region* here = &owner == function.scope->parent ? region_of(module, function) : nullptr;
  return is_around(binding.region, here);
}

// A name in a default value, a decorator or an annotation: read where the function is defined.
bool is_there_at(const Module& module, const Name& name, std::uint32_t place) {
  if (owner_of(module, name) == nullptr) return module.syntax.use_of(name).star_imports.empty();
  const python::Binding* binding = visible_binding(module, module.syntax.scope_of(name), name.id);
  return binding != nullptr && binding->span.begin < place;
}

void add(std::vector<Captured>& all, Captured captured) {
  const bool is_known =
      std::any_of(all.begin(), all.end(), [&](const Captured& each) { return each.name == captured.name; });
  if (!is_known) all.push_back(captured);
}

}  // namespace

std::optional<FreeVariables> free_variables(const Program& program, const Module& module,
                                            const python::Function& function, std::uint32_t place) {
  if (binds_outside(module, function)) return std::nullopt;
  FreeVariables found;
  const bool in_class = is_in_class(function.scope->parent);
  for (const Name* name : module.syntax.names_in(function.span)) {
    if (asks_for_surroundings(name->id) || (in_class && is_mangled(name->id))) return std::nullopt;
    const Scope* reader = module.syntax.scope_of(*name);
    if (!is_inside(reader, *function.scope)) {
      if (!is_there_at(module, *name, place)) return std::nullopt;
      continue;
    }
    const Scope* owner = owner_of(module, *name);
    if (owner == nullptr || owner == &module.syntax.scope() || is_inside(owner, *function.scope)) continue;
    if (owner == function.scope->parent && !function.name.empty() && name->id == function.name) {
      found.own_name.push_back(name);
    } else if (is_settled(*owner, name->id, module, function)) {
      add(found.captured, {name->id, captured_as(program, *name, module)});
    } else {
      return std::nullopt;
    }
  }
  return found;
}

std::vector<const Name*> reads_of(const Module& module, const Scope& scope, std::string_view name) {
  std::vector<const Name*> reads = module.syntax.names_in({0, UINT32_MAX});
  std::erase_if(reads,
                [&](const Name* each) { return each->id != name || owner_of(module, *each) != &scope; });
  return reads;
}

}  // namespace forklint::rewrite
