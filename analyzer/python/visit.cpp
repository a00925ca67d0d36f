#include "python/visit.h"

namespace forklint::python {
namespace {

void visit_one(const Expr* expr, const ExprVisitor& visit) {
  if (expr != nullptr) visit(*expr);
}

void visit_all(ExprList list, const ExprVisitor& visit) {
  for (const Expr* each : list) visit_one(each, visit);
}

void visit_comprehension(const Comprehension& node, const ExprVisitor& visit) {
  visit_one(node.element, visit);
  visit_one(node.value, visit);
  for (const ComprehensionClause& clause : node.clauses) {
    visit_one(clause.target, visit);
    visit_one(clause.iterable, visit);
    visit_all(clause.conditions, visit);
  }
}

void visit_call(const Call& node, const ExprVisitor& visit) {
  visit_one(node.callee, visit);
  for (const Argument& argument : node.arguments) visit_one(argument.value, visit);
}

void visit_function(const Function& function, const ExprVisitor& visit) {
  visit_all(function.decorators, visit);
  for (const Parameter& parameter : function.parameters) visit_one(parameter.fallback, visit);
}

}  // namespace

void for_each_child(const Expr& expr, const ExprVisitor& visit) {
  if (const auto* node = as<Attribute>(&expr)) return visit_one(node->value, visit);
  if (const auto* node = as<Call>(&expr)) return visit_call(*node, visit);
  if (const auto* node = as<String>(&expr)) return visit_all(node->interpolations, visit);
  if (const auto* node = as<Sequence>(&expr)) return visit_all(node->items, visit);
  if (const auto* node = as<Comprehension>(&expr)) return visit_comprehension(*node, visit);
  if (const auto* node = as<Unary>(&expr)) return visit_one(node->operand, visit);
  if (const auto* node = as<Slice>(&expr)) return visit_all(node->parts, visit);
  if (const auto* node = as<Await>(&expr)) return visit_one(node->value, visit);
  if (const auto* node = as<Yield>(&expr)) return visit_one(node->value, visit);
  if (const auto* node = as<Starred>(&expr)) return visit_one(node->value, visit);
  if (const auto* node = as<Walrus>(&expr)) return visit_one(node->value, visit);
  if (const auto* node = as<Unparsed>(&expr)) return visit_all(node->parts, visit);
  if (const auto* node = as<Dict>(&expr)) {
    for (const DictEntry& entry : node->entries) {
      visit_one(entry.key, visit);
      visit_one(entry.value, visit);
    }
  } else if (const auto* choice = as<Conditional>(&expr)) {
    for (const Expr* part : {choice->test, choice->body, choice->orelse}) visit_one(part, visit);
  } else if (const auto* both = as<BoolOp>(&expr)) {
    for (const Expr* part : {both->left, both->right}) visit_one(part, visit);
  } else if (const auto* sum = as<Binary>(&expr)) {
    for (const Expr* part : {sum->left, sum->right}) visit_one(part, visit);
  } else if (const auto* compare = as<Compare>(&expr)) {
    visit_one(compare->left, visit);
    for (const Comparison& each : compare->rest) visit_one(each.right, visit);
  } else if (const auto* item = as<Subscript>(&expr)) {
    visit_one(item->value, visit);
    visit_all(item->indices, visit);
  }
}

void for_each_expression(const Stmt& stmt, const ExprVisitor& visit) {
  if (const auto* node = as<ExpressionStmt>(&stmt)) return visit_one(node->value, visit);
  if (const auto* node = as<Return>(&stmt)) return visit_one(node->value, visit);
  if (const auto* node = as<Delete>(&stmt)) return visit_all(node->targets, visit);
  if (const auto* node = as<While>(&stmt)) return visit_one(node->test, visit);
  if (const auto* node = as<Match>(&stmt)) return visit_one(node->subject, visit);
  if (const auto* node = as<FunctionDef>(&stmt)) return visit_function(*node->function, visit);
  if (const auto* node = as<UnparsedStmt>(&stmt)) return visit_all(node->parts, visit);
  if (const auto* assign = as<Assign>(&stmt)) {
    visit_all(assign->targets, visit);
    visit_one(assign->value, visit);
  } else if (const auto* added = as<AugAssign>(&stmt)) {
    for (const Expr* part : {added->target, added->value}) visit_one(part, visit);
  } else if (const auto* typed = as<AnnAssign>(&stmt)) {
    for (const Expr* part : {typed->target, typed->value}) visit_one(part, visit);
  } else if (const auto* raise = as<Raise>(&stmt)) {
    for (const Expr* part : {raise->exception, raise->cause}) visit_one(part, visit);
  } else if (const auto* claim = as<Assert>(&stmt)) {
    for (const Expr* part : {claim->test, claim->message}) visit_one(part, visit);
  } else if (const auto* branch = as<If>(&stmt)) {
    for (const Branch& each : branch->branches) visit_one(each.test, visit);
  } else if (const auto* loop = as<For>(&stmt)) {
    for (const Expr* part : {loop->target, loop->iterable}) visit_one(part, visit);
  } else if (const auto* with = as<With>(&stmt)) {
    for (const WithItem& item : with->items) {
      visit_one(item.context, visit);
      visit_one(item.target, visit);
    }
  } else if (const auto* class_ = as<ClassDef>(&stmt)) {
    for (const Argument& argument : class_->class_->arguments) visit_one(argument.value, visit);
  }
}

}  // namespace forklint::python
