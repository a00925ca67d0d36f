#include <string>

#include "python/literals.h"
#include "python/lowering.h"

namespace forklint::python {
namespace {

// Left operands nest as deep as a chain is long (a.b.c, f()()(), 1 + 1 + 1): from this depth on a chain is
// kept as the flat list of its operands, and the levels that remain are for what is in them.
constexpr std::uint32_t kChainDepth = Lowering::kMaxDepth - 100;

std::string_view comparison_text(const Child& child) {
  const std::string_view op = token_text(child);
  return op == "<>" ? "!=" : op;
}

}  // namespace

std::string_view token_text(const Child& child) { return ts_node_type(child.node); }

const Expr* Lowering::expression(const Child& child) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) return too_deep(child);
  if (depth_ > kChainDepth && is_chain(child.syntax)) return flat_chain(child);
  return atom(child);
}

// Literals, collections, and what binds as tightly.
const Expr* Lowering::atom(const Child& child) {
  switch (child.syntax) {
    case Syntax::identifier:
      return name(child);
    case Syntax::integer:
    case Syntax::float_:
      return number(child);
    case Syntax::true_:
      return constant(child, ConstantKind::true_);
    case Syntax::false_:
      return constant(child, ConstantKind::false_);
    case Syntax::none:
      return constant(child, ConstantKind::none);
    case Syntax::ellipsis:
      return constant(child, ConstantKind::ellipsis);
    case Syntax::attribute:
      return attribute(child);
    case Syntax::call:
      return call(child);
    case Syntax::subscript:
      return subscript(child);
    case Syntax::slice:
      return slice(child);
    case Syntax::string:
      return string(child);
    case Syntax::concatenated_string:
      return concatenated_string(child);
    case Syntax::list:
    case Syntax::list_pattern:
      return sequence(child, SequenceKind::list);
    case Syntax::set:
      return sequence(child, SequenceKind::set);
    case Syntax::tuple:
    case Syntax::tuple_pattern:
    case Syntax::expression_list:
    case Syntax::pattern_list:
      return sequence(child, SequenceKind::tuple);
    case Syntax::dictionary:
      return dict(child);
    case Syntax::list_comprehension:
      return comprehension(child, ComprehensionKind::list, child.span());
    case Syntax::set_comprehension:
      return comprehension(child, ComprehensionKind::set, child.span());
    case Syntax::dictionary_comprehension:
      return comprehension(child, ComprehensionKind::dict, child.span());
    case Syntax::generator_expression:
      return comprehension(child, ComprehensionKind::generator, child.span());
    default:
      return operation(child);
  }
}

const Expr* Lowering::operation(const Child& child) {
  switch (child.syntax) {
    case Syntax::lambda:
      return lambda(child);
    case Syntax::conditional_expression:
      return conditional(child);
    case Syntax::boolean_operator:
      return bool_op(child);
    case Syntax::not_operator:
    case Syntax::unary_operator:
      return unary(child);
    case Syntax::binary_operator:
      return binary(child);
    case Syntax::comparison_operator:
      return compare(child);
    case Syntax::named_expression:
      return walrus(child);
    case Syntax::await:
      return await(child);
    case Syntax::yield:
      return yield(child);
    case Syntax::parenthesized_expression:
    case Syntax::as_pattern_target:
      return parenthesized(child);
    case Syntax::list_splat:
    case Syntax::list_splat_pattern:
    case Syntax::splat_type:
      return starred(child);
    case Syntax::type:
    case Syntax::generic_type:
    case Syntax::union_type:
    case Syntax::member_type:
      return type_expression(child);
    default:
      return unparsed(child);
  }
}

const Expr* Lowering::required(const Child& child, Span where) {
  return child.present() ? expression(child) : make<Unparsed>({where.end, where.end});
}

const Expr* Lowering::optional(const Child& child) { return child.present() ? expression(child) : nullptr; }

// The only expression among the children, whatever its field.
const Expr* Lowering::single_operand(const Child& child) {
  const Children parts = children(child);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (is_expression(parts[i].syntax)) return expression(parts[i]);
  return nullptr;
}

ExprList Lowering::operands(const Children& parts) {
  PartList list(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (is_expression(parts[i].syntax)) list.push(expression(parts[i]));
  return list.view();
}

const Expr* Lowering::name(const Child& child) {
  const Span span = child.span();
  // The parser makes up empty names where it misses one.
  if (span.size() == 0) return make<Unparsed>(span);
  auto* node = make<Name>(span);
  node->id = text(span);
  return node;
}

const Expr* Lowering::number(const Child& child) {
  auto* node = make<Number>(child.span());
  node->text = text(node->span);
  if (child.syntax == Syntax::integer) node->integer = integer_value(node->text);
  return node;
}

const Expr* Lowering::constant(const Child& child, ConstantKind value) {
  auto* node = make<Constant>(child.span());
  node->value = value;
  return node;
}

const Expr* Lowering::parenthesized(const Child& child) {
  const Expr* inner = single_operand(child);
  return inner != nullptr ? inner : unparsed(child);
}

const Expr* Lowering::conditional(const Child& child) {
  const Children parts = children(child);
  const ExprList list = operands(parts);
  if (list.size() != 3) return unparsed(child);
  auto* node = make<Conditional>(child.span());
  node->body = list[0];
  node->test = list[1];
  node->orelse = list[2];
  return node;
}

const Expr* Lowering::bool_op(const Child& child) {
  const Children parts = children(child);
  auto* node = make<BoolOp>(child.span());
  const Child op = parts.find(Field::operator_);
  node->is_and = op.present() && token_text(op) == "and";
  node->left = required(parts.find(Field::left), node->span);
  node->right = required(parts.find(Field::right), node->span);
  return node;
}

const Expr* Lowering::unary(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Unary>(child.span());
  const Child op = parts.find(Field::operator_);
  node->op = op.present() ? token_text(op) : std::string_view("not");
  node->operand = required(parts.find(Field::argument), node->span);
  return node;
}

const Expr* Lowering::binary(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Binary>(child.span());
  const Child op = parts.find(Field::operator_);
  if (op.present()) node->op = token_text(op);
  node->left = required(parts.find(Field::left), node->span);
  node->right = required(parts.find(Field::right), node->span);
  return node;
}

const Expr* Lowering::compare(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Compare>(child.span());
  ArenaList<Comparison> rest(arena_);
  std::string_view op;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.field == Field::operators) {
      op = comparison_text(part);
    } else if (!is_expression(part.syntax)) {
      continue;
    } else if (node->left == nullptr) {
      node->left = expression(part);
    } else {
      rest.push({op, expression(part)});
    }
  }
  if (node->left == nullptr || rest.size() == 0) return unparsed(child);
  node->rest = rest.view();
  return node;
}

const Expr* Lowering::walrus(const Child& child) {
  const Children parts = children(child);
  const Child target = parts.find(Field::name);
  const Child value = parts.find(Field::value);
  const Name* bound = target.present() ? as<Name>(expression(target)) : nullptr;
  if (bound == nullptr || !value.present()) return unparsed(child);
  auto* node = make<Walrus>(child.span());
  node->target = bound;
  node->value = expression(value);
  return node;
}

const Expr* Lowering::await(const Child& child) {
  const Expr* value = single_operand(child);
  if (value == nullptr) return unparsed(child);
  auto* node = make<Await>(child.span());
  node->value = value;
  return node;
}

const Expr* Lowering::yield(const Child& child) {
  if (owner_.function != nullptr) owner_.function->is_generator = true;
  const Children parts = children(child);
  auto* node = make<Yield>(child.span());
  node->is_from = parts.has(Syntax::kw_from);
  node->value = single_operand(child);
  return node;
}

const Expr* Lowering::starred(const Child& child) {
  auto* node = make<Starred>(child.span());
  const Expr* value = single_operand(child);
  node->value = value != nullptr ? value : make<Unparsed>({node->span.end, node->span.end});
  return node;
}

const Expr* Lowering::unparsed(const Child& child) {
  PartList parts(arena_);
  const Children inner = children(child);
  for (std::size_t i = 0; i < inner.size(); ++i) collect_parts(inner[i], parts);
  auto* node = make<Unparsed>(child.span());
  node->parts = parts.view();
  return node;
}

const Expr* Lowering::too_deep(const Child& child) {
  if (!too_deep_at_) too_deep_at_ = child.span().begin;
  return make<Unparsed>(child.span());
}

void Lowering::collect_parts(const Child& child, PartList& parts) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) {
    too_deep(child);
  } else if (is_expression(child.syntax)) {
    parts.push(expression(child));
  } else if (!is_statement(child.syntax)) {
    const Children inner = children(child);
    for (std::size_t i = 0; i < inner.size(); ++i) collect_parts(inner[i], parts);
  }
}

}  // namespace forklint::python
