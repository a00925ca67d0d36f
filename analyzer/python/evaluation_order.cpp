#include "python/evaluation_order.h"

#include <utility>

namespace forklint::python {

std::optional<Frame> EvaluationOrder::next() {
  if (!is_started_) {
    is_started_ = true;
    module_frame();
  } else if (!pending_.empty()) {
    const PendingFunction pending = pending_.front();
    pending_.pop_front();
    function_frame(pending);
  } else {
    return std::nullopt;
  }
  return std::exchange(frame_, Frame{});
}

void EvaluationOrder::module_frame() {
  scope_ = &new_scope(ScopeKind::module);
  frame_.scope = scope_;
  block(module_);
}

void EvaluationOrder::function_frame(const PendingFunction& pending) {
  const Function& function = *pending.function;
  scope_ = pending.scope;
  frame_.scope = scope_;
  function_ = &function;
  region_ = nullptr;
  damaged_ = pending.damaged;
  for (const Parameter& parameter : function.parameters) {
    if (parameter.name.empty()) continue;
    bind(BindingKind::parameter, parameter.name, parameter.name_span).parameter = &parameter;
  }
  evaluate(function.expression);
  block(function.body);
}

ScopeDraft& EvaluationOrder::new_scope(ScopeKind kind) {
  Scope& scope = *draft_.scopes.emplace_back(std::make_unique<Scope>());
  scope.kind = kind;
  return names_.add(scope, scope_);
}

const Region* EvaluationOrder::region(const Region& content) {
  return draft_.regions.emplace_back(std::make_unique<Region>(content)).get();
}

const Region* EvaluationOrder::test_region(RegionKind kind, const Expr* test) {
  return region({.kind = kind, .outer = region_, .test = test});
}

Binding& EvaluationOrder::bind(BindingKind kind, std::string_view name, Span span, bool is_walrus) {
  const auto index = static_cast<std::uint32_t>(draft_.bindings.size());
  Binding& binding = *draft_.bindings.emplace_back(std::make_unique<Binding>());
  binding.kind = kind;
  binding.name = name;
  binding.span = span;
  binding.region = region_;
  binding.performed_in = scope_->scope;
  binding.damaged = damaged_;
  if (kind == BindingKind::star_import) {
    scope_->scope->star_imports.push_back(&binding);
    return binding;
  }
  const auto event = static_cast<std::uint32_t>(frame_.binds.size());
  frame_.binds.push_back(
      {.scope = scope_, .name = name, .binding = &binding, .index = index, .is_walrus = is_walrus});
  if (kind == BindingKind::deletion) {
    frame_.tape.unbind(event);
  } else if (kind != BindingKind::annotation) {
    frame_.tape.bind(event);
  }
  return binding;
}

void EvaluationOrder::unbind(std::string_view name) {
  frame_.tape.unbind(static_cast<std::uint32_t>(frame_.binds.size()));
  frame_.binds.push_back({.scope = scope_, .name = name});
}

void EvaluationOrder::read(const Name& name) {
  frame_.tape.use(static_cast<std::uint32_t>(frame_.uses.size()));
  frame_.uses.push_back({.name = &name, .scope = scope_});
}

void EvaluationOrder::record_call(const Call& call) {
  if (call.damaged || damaged_) return;
  std::uint32_t& index = draft_.index[call.number];
  if (index != kNoIndex) return;
  index = static_cast<std::uint32_t>(draft_.calls.size());
  draft_.calls.push_back(
      {.call = &call, .function = function_, .scope = scope_->scope, .region = region_, .order = order_++});
}

}  // namespace forklint::python
