#include "python/name_table.h"

#include <optional>

namespace forklint::python {
namespace {

std::optional<Declared> declaration(const ScopeDraft& scope, std::string_view name) {
  const auto found = scope.declared.find(name);
  if (found == scope.declared.end()) return std::nullopt;
  return found->second;
}

// Where an assignment is owned that no comprehension can own.
ScopeDraft& outside_of_comprehensions(ScopeDraft& scope) {
  ScopeDraft* current = &scope;
  while (current->scope->kind == ScopeKind::comprehension) current = current->parent;
  return *current;
}

Variable* find(ScopeDraft& scope, std::string_view name) {
  const auto found = scope.variables.find(name);
  return found == scope.variables.end() ? nullptr : &found->second;
}

bool is_kind(const ScopeDraft& scope, ScopeKind kind) { return scope.scope->kind == kind; }

}  // namespace

ScopeDraft& NameTable::add(Scope& scope, ScopeDraft* parent) {
  ScopeDraft& draft = scopes_.emplace_back();
  draft.scope = &scope;
  draft.parent = parent;
  const bool is_frame = scope.kind == ScopeKind::module || scope.kind == ScopeKind::function;
  draft.frame = is_frame ? &draft : parent->frame;
  scope.parent = parent == nullptr ? nullptr : parent->scope;
  return draft;
}

Variable& NameTable::variable(ScopeDraft& owner, std::string_view name) {
  Variable& result = owner.variables[name];
  if (result.owner == nullptr) {
    result.owner = &owner;
    result.slot = owner.frame->slots++;
  }
  return result;
}

ScopeDraft& NameTable::owner(const BindEvent& event) {
  ScopeDraft& binder = event.is_walrus ? outside_of_comprehensions(*event.scope) : *event.scope;
  const std::optional<Declared> declared = declaration(binder, event.name);
  if (!declared) return binder;
  if (declared == Declared::global) return scopes_.front();
  for (ScopeDraft* scope = binder.parent; scope != nullptr; scope = scope->parent) {
    if (!is_kind(*scope, ScopeKind::function)) continue;
    if (declaration(*scope, event.name) == Declared::global) return scopes_.front();
    if (find(*scope, event.name) != nullptr) return *scope;
  }
  // A syntax error in Python: `nonlocal` without a function around it that has the name.
  return binder;
}

std::vector<BoundSlot> NameTable::own(ScopeDraft& frame, const std::vector<BindEvent>& events) {
  // First the names that a scope owns for itself: a `nonlocal` may stand before the binding that it means.
  for (const BindEvent& event : events) {
    ScopeDraft& binder = event.is_walrus ? outside_of_comprehensions(*event.scope) : *event.scope;
    if (!declaration(binder, event.name)) variable(binder, event.name);
  }
  std::vector<BoundSlot> slots;
  slots.reserve(events.size());
  for (const BindEvent& event : events) {
    Variable& target = variable(owner(event), event.name);
    const bool is_own = target.owner->frame == &frame;
    if (event.binding != nullptr) {
      target.bindings.push_back(event.binding);
      if (!is_own) target.foreign.push_back(event.binding);
    }
    slots.push_back({.slot = is_own ? target.slot : kNoSlot, .binding = event.index});
  }
  return slots;
}

Resolved NameTable::resolve(ScopeDraft& scope, std::string_view name) {
  ScopeDraft& module = scopes_.front();
  for (ScopeDraft* current = &scope; current != nullptr; current = current->parent) {
    const bool is_class = is_kind(*current, ScopeKind::class_);
    if (is_class && current != &scope) continue;
    if (declaration(*current, name) == Declared::global) return {.first = find(module, name)};
    Variable* const own = find(*current, name);
    if (own != nullptr) return {.first = own, .second = is_class ? find(module, name) : nullptr};
  }
  return {};
}

}  // namespace forklint::python
