#include "tests/unit/python/syntax_walk.h"

namespace forklint::python::testing {
namespace {

class Walk {
 public:
  explicit Walk(const Visitor& visitor) : visitor_(visitor) {}

  void one(const Expr* expr) const {
    if (expr != nullptr) visitor_.expr(*expr);
  }
  void all(ExprList list) const {
    for (const Expr* expr : list) one(expr);
  }
  void body(Block block) const {
    for (const Stmt* stmt : block) visitor_.stmt(*stmt);
  }
  void arguments(std::span<const Argument> list) const {
    for (const Argument& argument : list) one(argument.value);
  }
  void function(const Function& function) const {
    all(function.decorators);
    for (const Parameter& parameter : function.parameters) {
      one(parameter.annotation);
      one(parameter.fallback);
    }
    one(function.returns);
    one(function.expression);
    body(function.body);
  }

 private:
  const Visitor& visitor_;
};

void visit_comprehension(const Comprehension& node, const Walk& walk) {
  walk.one(node.element);
  walk.one(node.value);
  for (const ComprehensionClause& clause : node.clauses) {
    walk.one(clause.target);
    walk.one(clause.iterable);
    walk.all(clause.conditions);
  }
}

void visit_operators(const Expr& expr, const Walk& walk) {
  if (const auto* node = as<Conditional>(&expr)) {
    walk.one(node->test);
    walk.one(node->body);
    walk.one(node->orelse);
  } else if (const auto* bool_op = as<BoolOp>(&expr)) {
    walk.one(bool_op->left);
    walk.one(bool_op->right);
  } else if (const auto* unary = as<Unary>(&expr)) {
    walk.one(unary->operand);
  } else if (const auto* binary = as<Binary>(&expr)) {
    walk.one(binary->left);
    walk.one(binary->right);
  } else if (const auto* compare = as<Compare>(&expr)) {
    walk.one(compare->left);
    for (const Comparison& comparison : compare->rest) walk.one(comparison.right);
  } else if (const auto* walrus = as<Walrus>(&expr)) {
    walk.one(walrus->target);
    walk.one(walrus->value);
  } else if (const auto* await = as<Await>(&expr)) {
    walk.one(await->value);
  } else if (const auto* yield = as<Yield>(&expr)) {
    walk.one(yield->value);
  } else if (const auto* starred = as<Starred>(&expr)) {
    walk.one(starred->value);
  }
}

void visit_compound(const Stmt& stmt, const Walk& walk) {
  if (const auto* node = as<If>(&stmt)) {
    for (const Branch& branch : node->branches) {
      walk.one(branch.test);
      walk.body(branch.body);
    }
    walk.body(node->orelse);
  } else if (const auto* loop = as<While>(&stmt)) {
    walk.one(loop->test);
    walk.body(loop->body);
    walk.body(loop->orelse);
  } else if (const auto* each = as<For>(&stmt)) {
    walk.one(each->target);
    walk.one(each->iterable);
    walk.body(each->body);
    walk.body(each->orelse);
  } else if (const auto* attempt = as<Try>(&stmt)) {
    walk.body(attempt->body);
    for (const Handler& handler : attempt->handlers) {
      walk.one(handler.type);
      walk.body(handler.body);
    }
    walk.body(attempt->orelse);
    walk.body(attempt->finally);
  } else if (const auto* with = as<With>(&stmt)) {
    for (const WithItem& item : with->items) {
      walk.one(item.context);
      walk.one(item.target);
    }
    walk.body(with->body);
  } else if (const auto* match = as<Match>(&stmt)) {
    walk.one(match->subject);
    for (const Case& branch : match->cases) {
      walk.all(branch.values);
      for (const Name* name : branch.captures) walk.one(name);
      walk.one(branch.guard);
      walk.body(branch.body);
    }
  } else if (const auto* function = as<FunctionDef>(&stmt)) {
    walk.function(*function->function);
  } else if (const auto* klass = as<ClassDef>(&stmt)) {
    walk.all(klass->class_->decorators);
    walk.arguments(klass->class_->arguments);
    walk.body(klass->class_->body);
  }
}

}  // namespace

void visit_children(const Expr& expr, const Visitor& visitor) {
  const Walk walk(visitor);
  if (const auto* attribute = as<Attribute>(&expr)) {
    walk.one(attribute->value);
  } else if (const auto* call = as<Call>(&expr)) {
    walk.one(call->callee);
    walk.arguments(call->arguments);
  } else if (const auto* string = as<String>(&expr)) {
    walk.all(string->interpolations);
  } else if (const auto* sequence = as<Sequence>(&expr)) {
    walk.all(sequence->items);
  } else if (const auto* dict = as<Dict>(&expr)) {
    for (const DictEntry& entry : dict->entries) {
      walk.one(entry.key);
      walk.one(entry.value);
    }
  } else if (const auto* lambda = as<Lambda>(&expr)) {
    walk.function(*lambda->function);
  } else if (const auto* subscript = as<Subscript>(&expr)) {
    walk.one(subscript->value);
    walk.all(subscript->indices);
  } else if (const auto* slice = as<Slice>(&expr)) {
    walk.all(slice->parts);
  } else if (const auto* comprehension = as<Comprehension>(&expr)) {
    visit_comprehension(*comprehension, walk);
  } else if (const auto* unparsed = as<Unparsed>(&expr)) {
    walk.all(unparsed->parts);
  } else {
    visit_operators(expr, walk);
  }
}

void visit_children(const Stmt& stmt, const Visitor& visitor) {
  const Walk walk(visitor);
  if (const auto* expression = as<ExpressionStmt>(&stmt)) {
    walk.one(expression->value);
  } else if (const auto* assign = as<Assign>(&stmt)) {
    walk.all(assign->targets);
    walk.one(assign->value);
  } else if (const auto* aug_assign = as<AugAssign>(&stmt)) {
    walk.one(aug_assign->target);
    walk.one(aug_assign->value);
  } else if (const auto* ann_assign = as<AnnAssign>(&stmt)) {
    walk.one(ann_assign->target);
    walk.one(ann_assign->annotation);
    walk.one(ann_assign->value);
  } else if (const auto* result = as<Return>(&stmt)) {
    walk.one(result->value);
  } else if (const auto* raise = as<Raise>(&stmt)) {
    walk.one(raise->exception);
    walk.one(raise->cause);
  } else if (const auto* deletion = as<Delete>(&stmt)) {
    walk.all(deletion->targets);
  } else if (const auto* assertion = as<Assert>(&stmt)) {
    walk.one(assertion->test);
    walk.one(assertion->message);
  } else if (const auto* alias = as<TypeAlias>(&stmt)) {
    walk.one(alias->name);
  } else if (const auto* unparsed = as<UnparsedStmt>(&stmt)) {
    walk.all(unparsed->parts);
  } else {
    visit_compound(stmt, walk);
  }
}

}  // namespace forklint::python::testing
