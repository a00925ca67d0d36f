#include "python/lowering.h"

namespace forklint::python {

void Lowering::module(TSNode root, StmtList& body, std::vector<Comment>& comments) {
  TreeReader reader(root);
  reader_ = &reader;
  Child child;
  child.node = root;
  child.syntax = syntax_of(ts_node_symbol(root));
  flatten(child, body);
  comments.insert(comments.end(), reader.comments().begin(), reader.comments().end());
  reader_ = nullptr;
}

bool Lowering::is_damaged(Span span) {
  if (!errors_.empty() && errors_.touches(span)) return true;
  if (!errors_.is_broken_line(span)) return false;
  if (!broken_line_at_) broken_line_at_ = span.begin;
  return true;
}

void Lowering::statement(const Child& child, StmtList& out) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) {
    too_deep(child);
    return;
  }
  switch (child.syntax) {
    case Syntax::if_statement:
      return out.push(if_statement(child));
    case Syntax::while_statement:
      return out.push(while_statement(child));
    case Syntax::for_statement:
      return out.push(for_statement(child));
    case Syntax::try_statement:
      return out.push(try_statement(child));
    case Syntax::with_statement:
      return out.push(with_statement(child));
    case Syntax::match_statement:
      return out.push(match_statement(child));
    case Syntax::function_definition:
      return out.push(function_definition(child, child.span(), {}));
    case Syntax::class_definition:
      return out.push(class_definition(child, child.span(), {}));
    case Syntax::decorated_definition:
      return out.push(decorated_definition(child));
    default:
      break;
  }
  const Trust trust(*this, child.span());
  out.push(simple_statement(child));
}

const Stmt* Lowering::simple_statement(const Child& child) {
  switch (child.syntax) {
    case Syntax::expression_statement:
      return expression_statement(child);
    case Syntax::import_statement:
      return import_statement(child);
    case Syntax::import_from_statement:
    case Syntax::future_import_statement:
      return import_from(child);
    case Syntax::return_statement:
      return return_statement(child);
    case Syntax::raise_statement:
      return raise_statement(child);
    case Syntax::delete_statement:
      return delete_statement(child);
    case Syntax::assert_statement:
      return assert_statement(child);
    case Syntax::pass_statement:
      return simple_keyword(child, SimpleKind::pass);
    case Syntax::break_statement:
      return simple_keyword(child, SimpleKind::break_);
    case Syntax::continue_statement:
      return simple_keyword(child, SimpleKind::continue_);
    case Syntax::global_statement:
      return name_list(child, StmtKind::global);
    case Syntax::nonlocal_statement:
      return name_list(child, StmtKind::nonlocal);
    case Syntax::type_alias_statement:
      return type_alias(child);
    case Syntax::print_statement:
    case Syntax::exec_statement:
      return python2_statement(child);
    default:
      return unparsed_statement(child);
  }
}

const Stmt* Lowering::expression_statement(const Child& child) {
  const Children parts = children(child);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax == Syntax::assignment) return assignment(parts[i], child.span());
    if (parts[i].syntax == Syntax::augmented_assignment) return augmented_assignment(parts[i], child.span());
  }
  const Expr* value = sequence_of(parts, child.span());
  if (value == nullptr) return unparsed_statement(child);
  auto* node = make<ExpressionStmt>(child.span());
  node->value = value;
  return node;
}

// a = b = value nests to the right, once per target.
const Stmt* Lowering::assignment(const Child& child, Span span) {
  PartList targets(arena_);
  const Expr* annotation = nullptr;
  Child link = child;
  while (link.syntax == Syntax::assignment) {
    const Children parts = children(link);
    targets.push(required(parts.find(Field::left), {link.span().begin, link.span().begin}));
    const Child type = parts.find(Field::type);
    if (type.present() && annotation == nullptr) annotation = expression(type);
    link = parts.find(Field::right);
  }
  const Expr* value = nullptr;
  if (link.syntax == Syntax::augmented_assignment) {
    value = unparsed(link);
  } else if (link.present()) {
    value = expression(link);
  }
  if (annotation != nullptr && targets.size() == 1) {
    auto* node = make<AnnAssign>(span);
    node->target = targets.view()[0];
    node->annotation = annotation;
    node->value = value;
    return node;
  }
  auto* node = make<Assign>(span);
  node->targets = targets.view();
  node->value = value != nullptr ? value : make<Unparsed>({span.end, span.end});
  return node;
}

const Stmt* Lowering::augmented_assignment(const Child& child, Span span) {
  const Children parts = children(child);
  auto* node = make<AugAssign>(span);
  const Child op = parts.find(Field::operator_);
  if (op.present()) node->op = token_text(op);
  node->target = required(parts.find(Field::left), {span.begin, span.begin});
  const Child right = parts.find(Field::right);
  const bool is_value = right.present() && is_expression(right.syntax);
  node->value = is_value ? expression(right) : right.present() ? unparsed(right) : required(right, span);
  return node;
}

const Stmt* Lowering::return_statement(const Child& child) {
  auto* node = make<Return>(child.span());
  node->value = single_operand(child);
  return node;
}

const Stmt* Lowering::raise_statement(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Raise>(child.span());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (!is_expression(part.syntax)) continue;
    (part.field == Field::cause ? node->cause : node->exception) = expression(part);
  }
  return node;
}

const Stmt* Lowering::delete_statement(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Delete>(child.span());
  const Child list = parts.find(Syntax::expression_list);
  if (!list.present()) {
    node->targets = operands(parts);
    return node;
  }
  const Children targets = children(list);
  node->targets = operands(targets);
  return node;
}

const Stmt* Lowering::assert_statement(const Child& child) {
  const Children parts = children(child);
  const ExprList list = operands(parts);
  auto* node = make<Assert>(child.span());
  node->test = !list.empty() ? list[0] : required({}, node->span);
  node->message = list.size() > 1 ? list[1] : nullptr;
  return node;
}

const Stmt* Lowering::simple_keyword(const Child& child, SimpleKind kind) {
  auto* node = make<Simple>(child.span());
  node->simple = kind;
  return node;
}

const Stmt* Lowering::name_list(const Child& child, StmtKind kind) {
  const Children parts = children(child);
  ArenaList<std::string_view> names(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].syntax == Syntax::identifier) names.push(text(parts[i].span()));
  auto* node = make<NameList>(child.span());
  node->kind = kind;
  node->names = names.view();
  return node;
}

const Stmt* Lowering::type_alias(const Child& child) {
  const Children parts = children(child);
  Child left = parts.find(Field::left);
  // type(identifier), or type(generic_type(identifier, [T]))
  while (left.present() && left.syntax != Syntax::identifier) {
    const Children inner = children(left);
    Child next = inner.find(Syntax::identifier);
    if (!next.present()) next = inner.find(Syntax::generic_type);
    left = next;
  }
  const Name* alias = left.present() ? as<Name>(name(left)) : nullptr;
  if (alias == nullptr) return unparsed_statement(child);
  for (std::size_t i = 0; i < parts.size(); ++i) read_comments(parts[i]);
  auto* node = make<TypeAlias>(child.span());
  node->name = alias;
  return node;
}

const Stmt* Lowering::python2_statement(const Child& child) {
  if (!python2_at_) python2_at_ = child.span().begin;
  const Trust none(*this, true);
  return unparsed_statement(child);
}

const Stmt* Lowering::unparsed_statement(const Child& child) {
  PartList parts(arena_);
  const Children inner = children(child);
  for (std::size_t i = 0; i < inner.size(); ++i) collect_parts(inner[i], parts);
  auto* node = make<UnparsedStmt>(child.span());
  node->parts = parts.view();
  return node;
}

}  // namespace forklint::python
