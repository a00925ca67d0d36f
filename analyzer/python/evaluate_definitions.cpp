#include <ranges>

#include "python/evaluation_order.h"

namespace forklint::python {

void EvaluationOrder::function_definition(const FunctionDef& stmt) {
  const Function& function = *stmt.function;
  define(function);
  bind(BindingKind::function, function.name, function.name_span).function = &function;
}

// Everything of a function that is evaluated where it is defined. Its body waits.
void EvaluationOrder::define(const Function& function) {
  draft_.functions.push_back(&function);
  evaluate_all(function.decorators);
  for (const Parameter& parameter : function.parameters) evaluate(parameter.fallback);
  for (const Parameter& parameter : function.parameters) evaluate(parameter.annotation);
  evaluate(function.returns);
  ScopeDraft& scope = new_scope(ScopeKind::function);
  scope.scope->function = &function;
  under_construction(function).scope = scope.scope;
  const bool is_lambda = function.expression != nullptr;
  pending_.push_back({.function = &function, .scope = &scope, .damaged = is_lambda && damaged_});
}

void EvaluationOrder::class_definition(const ClassDef& stmt) {
  const Class& definition = *stmt.class_;
  draft_.classes.push_back(&definition);
  evaluate_all(definition.decorators);
  evaluate_arguments(definition.arguments);
  evaluate_class(definition);
  bind(BindingKind::class_, definition.name, definition.name_span).class_ = &definition;
}

void EvaluationOrder::evaluate_class(const Class& definition) {
  ScopeDraft& scope = new_scope(ScopeKind::class_);
  scope.scope->class_ = &definition;
  under_construction(definition).scope = scope.scope;
  const Scoped inside(scope_, &scope);
  // `break` in a class body is a syntax error, also when there is a loop around the class.
  const Scoped no_loop(jumps_, static_cast<JumpTargets*>(nullptr));
  block(definition.body);
}

void EvaluationOrder::comprehension(const Comprehension& expr) {
  ScopeDraft& scope = new_scope(ScopeKind::comprehension);
  under_construction(expr).scope = scope.scope;
  if (!expr.clauses.empty()) evaluate(expr.clauses.front().iterable);
  const Scoped inside(scope_, &scope);
  comprehension_clauses(expr);
}

// A generator expression is read as if it were consumed where it stands, which nearly all of them are.
void EvaluationOrder::comprehension_clauses(const Comprehension& expr) {
  struct Open {
    FlowTape::Loop loop;
    FlowTape::Label again;
    FlowTape::Label end;
  };
  std::vector<Open> loops;
  FlowTape& tape = frame_.tape;
  const Scoped in_loops(region_, region_);
  for (const ComprehensionClause& clause : expr.clauses) {
    if (!loops.empty()) evaluate(clause.iterable);
    const Open& open = loops.emplace_back(Open{tape.loop_begin(), tape.new_label(), tape.new_label()});
    tape.fork(open.end);
    region_ = region({.kind = RegionKind::loop_body, .outer = region_});
    TargetValue element{BindingKind::loop_target, clause.iterable, {}};
    bind_target(clause.target, element);
    for (const Expr* condition : clause.conditions) {
      evaluate(condition);
      tape.fork(open.again);
      region_ = test_region(RegionKind::if_true, condition);
    }
  }
  evaluate(expr.element);
  evaluate(expr.value);
  for (const Open& open : loops | std::views::reverse) {
    tape.label(open.again);
    tape.loop_end(open.loop);
    tape.label(open.end);
  }
}

}  // namespace forklint::python
