#include "python/lowering.h"

namespace forklint::python {

const Expr* Lowering::sequence(const Child& child, SequenceKind kind) {
  const Children parts = children(child);
  auto* node = make<Sequence>(child.span());
  node->sequence = kind;
  node->items = operands(parts);
  return node;
}

// Expressions with commas between them and no node of their own: a tuple, if there is a comma.
const Expr* Lowering::sequence_of(const Children& parts, Span span) {
  const ExprList items = operands(parts);
  if (items.size() == 1 && !parts.has(Syntax::comma)) return items[0];
  if (items.empty()) return nullptr;
  auto* node = make<Sequence>(span);
  node->items = items;
  return node;
}

const Expr* Lowering::dict(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Dict>(child.span());
  ArenaList<DictEntry> entries(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.syntax == Syntax::dictionary_splat) {
      if (const Expr* value = single_operand(part)) entries.push({nullptr, value});
    } else if (part.syntax == Syntax::pair) {
      const Children pair = children(part);
      const Expr* key = required(pair.find(Field::key), part.span());
      entries.push({key, required(pair.find(Field::value), part.span())});
    }
  }
  node->entries = entries.view();
  return node;
}

const Expr* Lowering::comprehension(const Child& child, ComprehensionKind kind, Span span) {
  const Children parts = children(child);
  auto* node = make<Comprehension>(span);
  node->comprehension = kind;
  ArenaList<ComprehensionClause> clauses(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.field == Field::body) {
      comprehension_element(part, *node);
    } else if (part.syntax == Syntax::for_in_clause) {
      ComprehensionClause result = clause(part);
      PartList conditions(arena_);
      for (; i + 1 < parts.size() && parts[i + 1].syntax == Syntax::if_clause; ++i)
        if (const Expr* test = single_operand(parts[i + 1])) conditions.push(test);
      result.conditions = conditions.view();
      clauses.push(result);
    }
  }
  if (node->element == nullptr || clauses.size() == 0) return unparsed(child);
  node->clauses = clauses.view();
  return node;
}

void Lowering::comprehension_element(const Child& body, Comprehension& out) {
  if (body.syntax != Syntax::pair) {
    if (is_expression(body.syntax)) out.element = expression(body);
    return;
  }
  const Children pair = children(body);
  out.element = required(pair.find(Field::key), body.span());
  out.value = required(pair.find(Field::value), body.span());
}

ComprehensionClause Lowering::clause(const Child& child) {
  const Children parts = children(child);
  ComprehensionClause result;
  result.is_async = parts.has(Syntax::kw_async);
  result.target = required(parts.find(Field::left), child.span());
  PartList values(arena_);
  Span span = child.span();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_value = parts[i].field == Field::right && is_expression(parts[i].syntax);
    if (!is_value) continue;
    if (values.size() == 0) span.begin = parts[i].span().begin;
    values.push(expression(parts[i]));
  }
  if (values.size() == 1) {
    result.iterable = values.view()[0];
    return result;
  }
  // Python 2: [x for x in 1, 2]
  auto* tuple = make<Sequence>(span);
  tuple->items = values.view();
  result.iterable = tuple;
  return result;
}

}  // namespace forklint::python
