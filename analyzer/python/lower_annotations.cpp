#include "python/lowering.h"

namespace forklint::python {

const Expr* Lowering::type_expression(const Child& child) {
  switch (child.syntax) {
    case Syntax::generic_type:
      return generic_type(child);
    case Syntax::union_type:
      return union_type(child);
    case Syntax::member_type:
      return member_type(child);
    default:
      return parenthesized(child);
  }
}

// Names with brackets have a node of their own where a type is expected; to Python it is a subscript.
const Expr* Lowering::generic_type(const Child& child) {
  const Children parts = children(child);
  const Child value = parts.find(Syntax::identifier);
  const Child list = parts.find(Syntax::type_parameter);
  if (!value.present() || !list.present()) return unparsed(child);
  auto* node = make<Subscript>(child.span());
  node->value = expression(value);
  const Children indices = children(list);
  node->indices = operands(indices);
  return node;
}

const Expr* Lowering::union_type(const Child& child) {
  const Children parts = children(child);
  const ExprList sides = operands(parts);
  if (sides.size() != 2) return unparsed(child);
  auto* node = make<Binary>(child.span());
  node->op = "|";
  node->left = sides[0];
  node->right = sides[1];
  return node;
}

const Expr* Lowering::member_type(const Child& child) {
  const Children parts = children(child);
  const Child value = parts.find(Syntax::type);
  const Child member = parts.find(Syntax::identifier);
  if (!value.present() || !member.present()) return unparsed(child);
  auto* node = make<Attribute>(child.span());
  node->value = expression(value);
  node->name_span = member.span();
  node->name = text(node->name_span);
  return node;
}

}  // namespace forklint::python
