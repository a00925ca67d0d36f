#include "python/evaluation_order.h"

namespace forklint::python {
namespace {

// The operand that is evaluated before anything else of the expression and can be nested as deep as the text
// is long; null when there is none.
const Expr* first_operand(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::attribute:
      return static_cast<const Attribute*>(expr)->value;
    case ExprKind::call:
      return static_cast<const Call*>(expr)->callee;
    case ExprKind::bool_op:
      return static_cast<const BoolOp*>(expr)->left;
    case ExprKind::unary:
      return static_cast<const Unary*>(expr)->operand;
    case ExprKind::binary:
      return static_cast<const Binary*>(expr)->left;
    case ExprKind::compare:
      return static_cast<const Compare*>(expr)->left;
    case ExprKind::subscript:
      return static_cast<const Subscript*>(expr)->value;
    case ExprKind::await:
      return static_cast<const Await*>(expr)->value;
    case ExprKind::yield:
      return static_cast<const Yield*>(expr)->value;
    case ExprKind::starred:
      return static_cast<const Starred*>(expr)->value;
    default:
      return nullptr;
  }
}

}  // namespace

void EvaluationOrder::evaluate(const Expr* expr) {
  if (expr == nullptr) return;
  const std::size_t bottom = spine_.size();
  for (const Expr* first = first_operand(expr); first != nullptr; first = first_operand(expr)) {
    spine_.push_back(expr);
    expr = first;
  }
  evaluate_leaf(expr);
  while (spine_.size() > bottom) {
    const Expr* outer = spine_.back();
    spine_.pop_back();
    evaluate_rest(outer);
  }
}

void EvaluationOrder::evaluate_all(ExprList exprs) {
  for (const Expr* expr : exprs) evaluate(expr);
}

void EvaluationOrder::evaluate_arguments(std::span<const Argument> arguments) {
  for (const Argument& argument : arguments) evaluate(argument.value);
}

void EvaluationOrder::evaluate_under(const Region* inner, const Expr* expr) {
  const Scoped inside(region_, inner);
  evaluate(expr);
}

// Expressions without a first operand.
void EvaluationOrder::evaluate_leaf(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::name:
      return read(*static_cast<const Name*>(expr));
    case ExprKind::string:
      return evaluate_all(static_cast<const String*>(expr)->interpolations);
    case ExprKind::sequence:
      return evaluate_all(static_cast<const Sequence*>(expr)->items);
    case ExprKind::slice:
      return evaluate_all(static_cast<const Slice*>(expr)->parts);
    case ExprKind::unparsed:
      return evaluate_all(static_cast<const Unparsed*>(expr)->parts);
    case ExprKind::dict:
      for (const DictEntry& entry : static_cast<const Dict*>(expr)->entries) {
        evaluate(entry.key);
        evaluate(entry.value);
      }
      return;
    case ExprKind::lambda:
      return define(*static_cast<const Lambda*>(expr)->function);
    case ExprKind::conditional:
      return conditional(*static_cast<const Conditional*>(expr));
    case ExprKind::comprehension:
      return comprehension(*static_cast<const Comprehension*>(expr));
    case ExprKind::walrus: {
      const auto& walrus = *static_cast<const Walrus*>(expr);
      evaluate(walrus.value);
      bind(BindingKind::assignment, walrus.target->id, walrus.target->span, true).value = walrus.value;
      return;
    }
    default:
      return;
  }
}

// What is evaluated after the first operand.
void EvaluationOrder::evaluate_rest(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::call: {
      const auto& call = *static_cast<const Call*>(expr);
      evaluate_arguments(call.arguments);
      return record_call(call);
    }
    case ExprKind::bool_op: {
      const auto& both = *static_cast<const BoolOp*>(expr);
      const FlowTape::Label end = frame_.tape.new_label();
      frame_.tape.fork(end);
      evaluate_under(test_region(both.is_and ? RegionKind::if_true : RegionKind::if_false, both.left),
                     both.right);
      return frame_.tape.label(end);
    }
    case ExprKind::binary:
      return evaluate(static_cast<const Binary*>(expr)->right);
    case ExprKind::compare:
      for (const Comparison& comparison : static_cast<const Compare*>(expr)->rest) evaluate(comparison.right);
      return;
    case ExprKind::subscript:
      return evaluate_all(static_cast<const Subscript*>(expr)->indices);
    default:
      return;
  }
}

void EvaluationOrder::conditional(const Conditional& expr) {
  evaluate(expr.test);
  const FlowTape::Label otherwise = frame_.tape.new_label();
  const FlowTape::Label end = frame_.tape.new_label();
  frame_.tape.fork(otherwise);
  evaluate_under(test_region(RegionKind::if_true, expr.test), expr.body);
  frame_.tape.jump(end);
  frame_.tape.label(otherwise);
  evaluate_under(test_region(RegionKind::if_false, expr.test), expr.orelse);
  frame_.tape.label(end);
}

}  // namespace forklint::python
