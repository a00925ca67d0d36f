#include "python/lowering.h"

namespace forklint::python {
namespace {

bool holds_statements(Syntax syntax) {
  switch (syntax) {
    case Syntax::module:
    case Syntax::block:
    case Syntax::error:
    case Syntax::elif_clause:
    case Syntax::else_clause:
    case Syntax::except_clause:
    case Syntax::finally_clause:
    case Syntax::case_clause:
      return true;
    default:
      return false;
  }
}

}  // namespace

Block Lowering::block(const Child& child) {
  StmtList body(arena_);
  flatten(child, body);
  return body.view();
}

Block Lowering::block_in(const Child& clause) {
  const Children parts = children(clause);
  const Child body = parts.find(Syntax::block);
  return body.present() ? block(body) : Block();
}

// The statements of a block or of what error recovery left of one. Runs of anything else, which only errors
// leave there, become one UnparsedStmt each.
void Lowering::flatten(const Child& child, StmtList& out) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) {
    too_deep(child);
    return;
  }
  const Children parts = children(child);
  PartList rest(arena_);
  Span rest_span;
  bool has_rest = false;
  const auto flush = [&] {
    if (!has_rest) return;
    const Trust trust(*this, true);
    auto* node = make<UnparsedStmt>(rest_span);
    node->parts = rest.view();
    out.push(node);
    rest = PartList(arena_);
    has_rest = false;
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (is_statement(part.syntax)) {
      flush();
      statement(part, out);
    } else if (holds_statements(part.syntax)) {
      flush();
      flatten(part, out);
    } else if (child.syntax == Syntax::error) {
      const Trust trust(*this, true);
      rest_span = {has_rest ? rest_span.begin : part.span().begin, part.span().end};
      has_rest = true;
      collect_parts(part, rest);
    }
  }
  flush();
}

// A header reaches from the start of its statement or clause to its block.
bool Lowering::is_header_damaged(const Child& child, const Children& parts) {
  Span header = child.span();
  const Child body = parts.find(Syntax::block);
  if (!body.present()) return true;
  header.end = body.span().begin;
  // Space before the block belongs to nobody: an error in its first line is the block's.
  while (header.end > header.begin && text({header.end - 1, header.end})[0] <= ' ') --header.end;
  return is_damaged(header);
}

const Stmt* Lowering::if_statement(const Child& child) {
  const Children parts = children(child);
  auto* node = make<If>(child.span());
  ArenaList<Branch> branches(arena_);
  bool damaged = false;
  branches.push(elif_branch(child, damaged));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax == Syntax::elif_clause) branches.push(elif_branch(parts[i], damaged));
    if (parts[i].syntax == Syntax::else_clause) node->orelse = block_in(parts[i]);
  }
  node->branches = branches.view();
  node->damaged = damaged;
  return node;
}

// Of `if` itself and of each `elif`: both have a condition and a block.
Branch Lowering::elif_branch(const Child& child, bool& damaged) {
  const Children parts = children(child);
  const bool is_damaged = is_header_damaged(child, parts);
  damaged = damaged || is_damaged;
  Branch branch;
  {
    const Trust trust(*this, is_damaged);
    branch.test = required(parts.find(Field::condition), {child.span().begin, child.span().begin});
  }
  if (const Child body = parts.find(Syntax::block); body.present()) branch.body = block(body);
  return branch;
}

const Stmt* Lowering::while_statement(const Child& child) {
  const Children parts = children(child);
  const Trust trust(*this, is_header_damaged(child, parts));
  auto* node = make<While>(child.span());
  node->test = required(parts.find(Field::condition), {node->span.begin, node->span.begin});
  if (const Child body = parts.find(Syntax::block); body.present()) node->body = block(body);
  if (const Child orelse = parts.find(Syntax::else_clause); orelse.present()) node->orelse = block_in(orelse);
  return node;
}

const Stmt* Lowering::for_statement(const Child& child) {
  const Children parts = children(child);
  const Trust trust(*this, is_header_damaged(child, parts));
  auto* node = make<For>(child.span());
  node->is_async = parts.has(Syntax::kw_async);
  node->target = required(parts.find(Field::left), {node->span.begin, node->span.begin});
  node->iterable = required(parts.find(Field::right), {node->target->span.end, node->target->span.end});
  if (const Child body = parts.find(Syntax::block); body.present()) node->body = block(body);
  if (const Child orelse = parts.find(Syntax::else_clause); orelse.present()) node->orelse = block_in(orelse);
  return node;
}

const Stmt* Lowering::try_statement(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Try>(child.span());
  bool damaged = is_header_damaged(child, parts);
  ArenaList<Handler> handlers(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.syntax == Syntax::block) node->body = block(part);
    if (part.syntax == Syntax::except_clause) handlers.push(handler(part, damaged));
    if (part.syntax == Syntax::else_clause) node->orelse = block_in(part);
    if (part.syntax == Syntax::finally_clause) node->finally = block_in(part);
  }
  node->handlers = handlers.view();
  node->damaged = damaged;
  return node;
}

Handler Lowering::handler(const Child& child, bool& damaged) {
  const Children parts = children(child);
  const bool is_damaged = is_header_damaged(child, parts);
  damaged = damaged || is_damaged;
  Handler result;
  result.span = child.span();
  const Trust trust(*this, is_damaged);
  PartList types(arena_);
  Child alias = parts.find(Field::alias);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.field != Field::value) continue;
    if (part.syntax != Syntax::as_pattern) {
      if (is_expression(part.syntax)) types.push(expression(part));
      continue;
    }
    const Children inner = children(part);
    if (inner.size() > 0 && is_expression(inner[0].syntax)) types.push(expression(inner[0]));
    alias = inner.find(Syntax::as_pattern_target);
  }
  if (alias.present()) {
    result.name_span = alias.span();
    result.name = text(result.name_span);
  }
  if (types.size() == 1) {
    result.type = types.view()[0];
  } else if (types.size() > 1) {
    auto* tuple = make<Sequence>({types.view().front()->span.begin, types.view().back()->span.end});
    tuple->items = types.view();
    result.type = tuple;
  }
  if (const Child body = parts.find(Syntax::block); body.present()) result.body = block(body);
  return result;
}

const Stmt* Lowering::with_statement(const Child& child) {
  const Children parts = children(child);
  const Trust trust(*this, is_header_damaged(child, parts));
  auto* node = make<With>(child.span());
  node->is_async = parts.has(Syntax::kw_async);
  ArenaList<WithItem> items(arena_);
  if (const Child clause = parts.find(Syntax::with_clause); clause.present()) with_items(clause, items);
  node->items = items.view();
  if (const Child body = parts.find(Syntax::block); body.present()) node->body = block(body);
  return node;
}

void Lowering::with_items(const Child& clause, ArenaList<WithItem>& items) {
  const Children parts = children(clause);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax != Syntax::with_item) continue;
    const Children inner = children(parts[i]);
    if (const Child value = inner.find(Field::value); value.present()) with_item(value, items);
  }
}

// `value as target` is an expression to the grammar, alone or in parentheses.
void Lowering::with_item(const Child& value, ArenaList<WithItem>& items) {
  const Children parts = children(value);
  if (value.syntax == Syntax::as_pattern) {
    WithItem item;
    const bool has_value = parts.size() > 0 && is_expression(parts[0].syntax);
    item.context = required(has_value ? parts[0] : Child(), {value.span().begin, value.span().begin});
    item.target = optional(parts.find(Syntax::as_pattern_target));
    items.push(item);
    return;
  }
  const bool is_wrapped = value.syntax == Syntax::parenthesized_expression && parts.has(Syntax::as_pattern);
  if (is_wrapped) {
    with_item(parts.find(Syntax::as_pattern), items);
    return;
  }
  items.push({expression(value), nullptr});
}

}  // namespace forklint::python
