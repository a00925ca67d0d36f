#include "python/lowering.h"

namespace forklint::python {

const Stmt* Lowering::match_statement(const Child& child) {
  const Children parts = children(child);
  bool damaged = is_header_damaged(child, parts);
  auto* node = make<Match>(child.span());
  {
    const Trust trust(*this, damaged);
    node->subject = match_subject(parts);
    if (node->subject == nullptr) node->subject = required({}, {node->span.begin, node->span.begin});
  }
  ArenaList<Case> cases(arena_);
  if (const Child body = parts.find(Syntax::block); body.present()) {
    const Children clauses = children(body);
    for (std::size_t i = 0; i < clauses.size(); ++i)
      if (clauses[i].syntax == Syntax::case_clause) cases.push(case_clause(clauses[i], damaged));
  }
  node->cases = cases.view();
  node->damaged = damaged;
  return node;
}

const Expr* Lowering::match_subject(const Children& parts) {
  PartList list(arena_);
  bool has_comma = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_subject = parts[i].field == Field::subject && is_expression(parts[i].syntax);
    if (is_subject) list.push(expression(parts[i]));
    has_comma = has_comma || parts[i].syntax == Syntax::comma;
  }
  const ExprList subjects = list.view();
  if (subjects.size() <= 1 && !has_comma) return subjects.empty() ? nullptr : subjects[0];
  if (subjects.empty()) return nullptr;
  auto* tuple = make<Sequence>({subjects.front()->span.begin, subjects.back()->span.end});
  tuple->items = subjects;
  return tuple;
}

Case Lowering::case_clause(const Child& child, bool& damaged) {
  const Children parts = children(child);
  const bool is_damaged = is_header_damaged(child, parts);
  damaged = damaged || is_damaged;
  const Trust trust(*this, is_damaged);
  Pattern found{PartList(arena_), ArenaList<const Name*>(arena_)};
  Case result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax == Syntax::case_pattern) pattern(parts[i], found);
    if (parts[i].syntax == Syntax::if_clause) result.guard = single_operand(parts[i]);
    if (parts[i].syntax == Syntax::block) result.body = block(parts[i]);
  }
  result.values = found.values.view();
  result.captures = found.captures.view();
  return result;
}

void Lowering::pattern(const Child& child, Pattern& out) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) {
    too_deep(child);
    return;
  }
  switch (child.syntax) {
    case Syntax::dotted_name:
      return named_pattern(child, out);
    case Syntax::class_pattern: {
      const Children parts = children(child);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].syntax == Syntax::dotted_name) {
          out.values.push(dotted_expression(parts[i]));
        } else {
          pattern(parts[i], out);
        }
      }
      return;
    }
    case Syntax::keyword_pattern: {
      // C(key=pattern): the key is an attribute's name, no capture.
      const Children parts = children(child);
      for (std::size_t i = 1; i < parts.size(); ++i) pattern(parts[i], out);
      return;
    }
    case Syntax::identifier:
      // After `as` and `*`, where the grammar has a plain name.
      if (const auto* bound = as<Name>(name(child)); bound != nullptr && bound->id != "_") {
        out.captures.push(bound);
      }
      return;
    default:
      return pattern_parts(child, out);
  }
}

void Lowering::pattern_parts(const Child& child, Pattern& out) {
  switch (child.syntax) {
    case Syntax::case_pattern:
    case Syntax::as_pattern:
    case Syntax::union_pattern:
    case Syntax::list_pattern:
    case Syntax::tuple_pattern:
    case Syntax::dict_pattern:
    case Syntax::splat_pattern:
    case Syntax::complex_pattern:
    case Syntax::error: {
      const Children parts = children(child);
      for (std::size_t i = 0; i < parts.size(); ++i) pattern(parts[i], out);
      return;
    }
    default:
      if (is_expression(child.syntax)) out.values.push(expression(child));
  }
}

// `name` captures, `a.name` compares.
void Lowering::named_pattern(const Child& child, Pattern& out) {
  const Expr* expr = dotted_expression(child);
  if (const auto* bound = as<Name>(expr)) {
    if (bound->id != "_") out.captures.push(bound);
  } else {
    out.values.push(expr);
  }
}

const Expr* Lowering::dotted_expression(const Child& child) {
  const Children parts = children(child);
  const Expr* result = nullptr;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.syntax != Syntax::identifier) continue;
    if (result == nullptr) {
      result = name(part);
      continue;
    }
    auto* node = make<Attribute>({result->span.begin, part.span().end});
    node->value = result;
    node->name_span = part.span();
    node->name = text(node->name_span);
    result = node;
  }
  return result != nullptr ? result : make<Unparsed>(child.span());
}

}  // namespace forklint::python
