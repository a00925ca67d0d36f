#include "python/use_resolver.h"

#include <algorithm>

namespace forklint::python {
namespace {

bool gives_value(const Binding& binding) {
  return binding.kind != BindingKind::annotation && binding.kind != BindingKind::deletion;
}

bool comes_before(const Binding* left, const Binding* right) { return left->span.begin < right->span.begin; }

}  // namespace

UseResolver::UseResolver(NameTable& names, StateTable& states, const ModuleDraft& draft,
                         std::pmr::memory_resource& arena)
    : names_(names), states_(states), draft_(draft), arena_(arena) {
  std::vector<const Binding*> stars = names.scopes().front().scope->star_imports;
  star_imports_ = store(stars);
}

Use UseResolver::resolve(const PendingUse& use) {
  const Resolved resolved = names_.resolve(*use.scope, use.name->id);
  if (resolved.first == nullptr) return {{}, star_imports(use), true};
  const Variable& own = *resolved.first;
  Meaning result = meaning(own, *use.scope, use.states.first);
  bool is_global = own.owner->scope->kind == ScopeKind::module;
  if (own.owner->scope->kind == ScopeKind::class_) {
    // Class bodies look for an unbound name of their own among the globals, past any function around.
    is_global = true;
    if (result.unbound && resolved.second != nullptr) {
      const Meaning global = meaning(*resolved.second, *use.scope, use.states.second);
      std::vector<const Binding*> both(result.bindings.begin(), result.bindings.end());
      both.insert(both.end(), global.bindings.begin(), global.bindings.end());
      result = {.bindings = store(both), .unbound = global.unbound};
    }
  }
  const bool may_be_star = result.unbound && is_global;
  return {result.bindings, may_be_star ? star_imports(use) : Bindings{}, result.unbound};
}

UseResolver::Meaning UseResolver::meaning(const Variable& variable, const ScopeDraft& scope, StateId state) {
  const bool runs_later = variable.owner->frame != scope.frame;
  return runs_later ? every(variable) : reached(variable, state);
}

UseResolver::Meaning UseResolver::every(const Variable& variable) {
  const auto [entry, is_new] = every_.try_emplace(&variable);
  if (is_new) {
    std::vector<const Binding*> bindings;
    std::copy_if(variable.bindings.begin(), variable.bindings.end(), std::back_inserter(bindings),
                 [](const Binding* binding) { return gives_value(*binding); });
    entry->second = {.bindings = store(bindings), .unbound = bindings.empty()};
  }
  return entry->second;
}

UseResolver::Meaning UseResolver::reached(const Variable& variable, StateId state) {
  const auto [entry, is_new] = reached_.try_emplace({&variable, state});
  if (!is_new) return entry->second;
  const StateTable::Content content = states_.content(state);
  if (content.any) return entry->second = {.bindings = every(variable).bindings, .unbound = content.unbound};
  std::vector<const Binding*> bindings;
  for (const std::uint32_t index : content.bindings) bindings.push_back(draft_.bindings[index].get());
  std::copy_if(variable.foreign.begin(), variable.foreign.end(), std::back_inserter(bindings),
               [](const Binding* binding) { return gives_value(*binding); });
  return entry->second = {.bindings = store(bindings), .unbound = content.unbound};
}

UseResolver::Bindings UseResolver::star_imports(const PendingUse& use) const {
  if (use.scope->frame->scope->kind != ScopeKind::module) return star_imports_;
  const auto later =
      std::partition_point(star_imports_.begin(), star_imports_.end(),
                           [&](const Binding* star) { return star->span.begin <= use.name->span.begin; });
  return star_imports_.first(static_cast<std::size_t>(later - star_imports_.begin()));
}

UseResolver::Bindings UseResolver::store(std::vector<const Binding*>& bindings) {
  if (bindings.empty()) return {};
  std::stable_sort(bindings.begin(), bindings.end(), comes_before);
  void* place = arena_.allocate(bindings.size() * sizeof(const Binding*), alignof(const Binding*));
  auto* copy = static_cast<const Binding**>(place);
  std::uninitialized_copy(bindings.begin(), bindings.end(), copy);
  return {copy, bindings.size()};
}

}  // namespace forklint::python
