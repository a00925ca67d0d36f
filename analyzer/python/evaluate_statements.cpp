#include "python/evaluation_order.h"

namespace forklint::python {

bool EvaluationOrder::block(Block statements) {
  // What a test says about the rest of a block ends with the block.
  const Scoped in_block(region_, region_);
  bool completes = true;
  for (const Stmt* stmt : statements) completes = statement(stmt) && completes;
  return completes;
}

bool EvaluationOrder::block_in(const Region& content, Block statements) {
  const Scoped inside(region_, region(content));
  return block(statements);
}

bool EvaluationOrder::statement(const Stmt* stmt) {
  // Of a compound statement this is the damage of its header; the statements in its body have their own.
  const Scoped damage(damaged_, stmt->damaged);
  switch (stmt->kind) {
    case StmtKind::if_:
      return if_statement(*as<If>(stmt));
    case StmtKind::while_:
      return while_statement(*as<While>(stmt));
    case StmtKind::for_:
      return for_statement(*as<For>(stmt));
    case StmtKind::try_:
      return try_statement(*as<Try>(stmt));
    case StmtKind::with:
      return with_statement(*as<With>(stmt));
    case StmtKind::match:
      return match_statement(*as<Match>(stmt));
    case StmtKind::return_:
      evaluate(as<Return>(stmt)->value);
      return leave();
    case StmtKind::raise:
      evaluate(as<Raise>(stmt)->exception);
      evaluate(as<Raise>(stmt)->cause);
      return leave();
    case StmtKind::simple:
      return jump(as<Simple>(stmt)->simple);
    default:
      straight_statement(stmt);
      return true;
  }
}

void EvaluationOrder::straight_statement(const Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::expression:
      return evaluate(as<ExpressionStmt>(stmt)->value);
    case StmtKind::assign:
      return assign(*as<Assign>(stmt));
    case StmtKind::aug_assign:
      return augmented_assign(*as<AugAssign>(stmt));
    case StmtKind::ann_assign:
      return annotated_assign(*as<AnnAssign>(stmt));
    case StmtKind::delete_:
      for (const Expr* target : as<Delete>(stmt)->targets) delete_target(target);
      return;
    case StmtKind::assert_:
      return assertion(*as<Assert>(stmt));
    case StmtKind::import:
      return import(*as<Import>(stmt));
    case StmtKind::import_from:
      return import_from(*as<ImportFrom>(stmt));
    case StmtKind::global:
    case StmtKind::nonlocal:
      return declare(*static_cast<const NameList*>(stmt));
    case StmtKind::function:
      return function_definition(*as<FunctionDef>(stmt));
    case StmtKind::class_:
      return class_definition(*as<ClassDef>(stmt));
    case StmtKind::type_alias: {
      const Name* name = as<TypeAlias>(stmt)->name;
      if (name != nullptr) bind(BindingKind::type_alias, name->id, name->span);
      return;
    }
    case StmtKind::unparsed:
      return evaluate_all(as<UnparsedStmt>(stmt)->parts);
    default:
      return;
  }
}

bool EvaluationOrder::leave() {
  frame_.tape.leave();
  return false;
}

bool EvaluationOrder::jump(SimpleKind kind) {
  if (kind == SimpleKind::pass) return true;
  // Outside of a loop it is a syntax error.
  if (jumps_ == nullptr) return leave();
  const bool is_break = kind == SimpleKind::break_;
  (is_break ? jumps_->breaks : jumps_->continues) = true;
  frame_.tape.jump(is_break ? jumps_->break_label : jumps_->continue_label);
  return false;
}

void EvaluationOrder::assign(const Assign& stmt) {
  evaluate(stmt.value);
  TargetValue value{BindingKind::assignment, stmt.value, {}};
  for (const Expr* target : stmt.targets) bind_target(target, value);
}

void EvaluationOrder::augmented_assign(const AugAssign& stmt) {
  // The target of an attribute or a subscript is read once, when it is bound.
  const auto* name = as<Name>(stmt.target);
  if (name != nullptr) read(*name);
  evaluate(stmt.value);
  TargetValue value{BindingKind::augmented, stmt.value, {}};
  bind_target(stmt.target, value);
}

void EvaluationOrder::annotated_assign(const AnnAssign& stmt) {
  evaluate(stmt.value);
  TargetValue value{
      stmt.value == nullptr ? BindingKind::annotation : BindingKind::assignment, stmt.value, {}};
  const auto* attribute = as<Attribute>(stmt.target);
  if (attribute != nullptr && stmt.value == nullptr) {
    evaluate(attribute->value);
  } else {
    bind_target(stmt.target, value);
  }
  evaluate(stmt.annotation);
}

void EvaluationOrder::assertion(const Assert& stmt) {
  evaluate(stmt.test);
  const FlowTape::Label holds = frame_.tape.new_label();
  frame_.tape.fork(holds);
  evaluate_under(test_region(RegionKind::if_false, stmt.test), stmt.message);
  frame_.tape.leave();
  frame_.tape.label(holds);
  region_ = test_region(RegionKind::if_true, stmt.test);
}

void EvaluationOrder::delete_target(const Expr* target) {
  if (const auto* name = as<Name>(target); name != nullptr) {
    bind(BindingKind::deletion, name->id, name->span);
  } else if (const auto* sequence = as<Sequence>(target); sequence != nullptr) {
    for (const Expr* item : sequence->items) delete_target(item);
  } else if (const auto* attribute = as<Attribute>(target); attribute != nullptr) {
    evaluate(attribute->value);
  } else {
    evaluate(target);
  }
}

void EvaluationOrder::import(const Import& stmt) {
  draft_.imports.push_back(&stmt);
  for (const ImportItem& item : stmt.items) {
    const std::string_view first = item.name.substr(0, item.name.find('.'));
    const bool has_alias = !item.alias.empty();
    const auto size = static_cast<std::uint32_t>(has_alias ? item.alias.size() : first.size());
    const Span span =
        has_alias ? Span{item.span.end - size, item.span.end} : Span{item.span.begin, item.span.begin + size};
    bind(BindingKind::import, has_alias ? item.alias : first, span).import_item = &item;
  }
}

void EvaluationOrder::import_from(const ImportFrom& stmt) {
  draft_.imports.push_back(&stmt);
  if (stmt.is_star) bind(BindingKind::star_import, "*", stmt.span).import_stmt = &stmt;
  for (const ImportItem& item : stmt.items) {
    const bool has_alias = !item.alias.empty();
    const auto size = static_cast<std::uint32_t>(item.alias.size());
    const Span span = has_alias ? Span{item.span.end - size, item.span.end} : item.span;
    Binding& binding = bind(BindingKind::import_from, has_alias ? item.alias : item.name, span);
    binding.import_item = &item;
    binding.import_stmt = &stmt;
  }
}

void EvaluationOrder::declare(const NameList& stmt) {
  const Declared declared = stmt.kind == StmtKind::global ? Declared::global : Declared::nonlocal;
  for (const std::string_view name : stmt.names) scope_->declared.emplace(name, declared);
}

}  // namespace forklint::python
