#include <ranges>

#include "python/lowering.h"

namespace forklint::python {

const Expr* Lowering::attribute(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Attribute>(child.span());
  node->value = required(parts.find(Field::object), {node->span.begin, node->span.begin});
  const Child attribute_name = parts.find(Field::attribute);
  node->name_span = attribute_name.present() ? attribute_name.span() : Span{node->span.end, node->span.end};
  node->name = text(node->name_span);
  return node;
}

const Expr* Lowering::call(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Call>(child.span());
  node->callee = required(parts.find(Field::function), {node->span.begin, node->span.begin});
  const Child list = parts.find(Field::arguments);
  if (!list.present()) {
    node->parentheses = {node->span.end, node->span.end};
    return node;
  }
  node->parentheses = list.span();
  if (list.syntax != Syntax::generator_expression) {
    node->arguments = arguments(list);
    return node;
  }
  // f(x for x in y): the parentheses are the call's.
  const Span inner = {node->parentheses.begin + 1, node->parentheses.end - 1};
  Argument only;
  only.value = comprehension(list, ComprehensionKind::generator, inner);
  only.span = only.value->span;
  ArgumentList result(arena_);
  result.push(only);
  node->arguments = result.view();
  return node;
}

std::span<const Argument> Lowering::arguments(const Child& child) {
  const Children parts = children(child);
  ArgumentList result(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) argument(parts[i], result);
  return result.view();
}

void Lowering::argument(const Child& child, ArgumentList& out) {
  Argument result;
  result.span = child.span();
  switch (child.syntax) {
    case Syntax::keyword_argument: {
      const Children parts = children(child);
      const Child keyword = parts.find(Field::name);
      result.kind = ArgumentKind::keyword;
      result.name_span = keyword.present() ? keyword.span() : Span{result.span.begin, result.span.begin};
      result.name = text(result.name_span);
      result.value = required(parts.find(Field::value), result.span);
      break;
    }
    case Syntax::list_splat:
    case Syntax::list_splat_pattern:
    case Syntax::dictionary_splat:
    case Syntax::dictionary_splat_pattern: {
      const bool is_star = child.syntax == Syntax::list_splat || child.syntax == Syntax::list_splat_pattern;
      const Expr* value = single_operand(child);
      result.kind = is_star ? ArgumentKind::star : ArgumentKind::double_star;
      result.value = value != nullptr ? value : make<Unparsed>({result.span.end, result.span.end});
      break;
    }
    default:
      if (!is_expression(child.syntax)) return;
      result.value = expression(child);
  }
  out.push(result);
}

const Expr* Lowering::subscript(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Subscript>(child.span());
  node->value = required(parts.find(Field::value), {node->span.begin, node->span.begin});
  PartList indices(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].field == Field::subscript && is_expression(parts[i].syntax))
      indices.push(expression(parts[i]));
  }
  node->indices = indices.view();
  return node;
}

const Expr* Lowering::slice(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Slice>(child.span());
  node->parts = operands(parts);
  return node;
}

// The operands of one link of the chain; the rest of the chain is what is returned.
Child Lowering::chain_step(const Child& child, std::vector<Child>& operands_out) {
  const Children parts = children(child);
  Child rest;
  for (std::size_t i = parts.size(); i > 0; --i) {
    const Child part = parts[i - 1];
    const bool is_rest = part.field == Field::object || part.field == Field::function ||
                         part.field == Field::left || part.field == Field::value;
    if (is_rest) {
      rest = part;
    } else if (part.field == Field::arguments || part.field == Field::right ||
               part.field == Field::subscript) {
      operands_out.push_back(part);
    }
  }
  return rest;
}

const Expr* Lowering::flat_chain(const Child& child) {
  std::vector<Child> reversed;
  Child link = child;
  while (link.present() && is_chain(link.syntax)) link = chain_step(link, reversed);
  if (link.present()) reversed.push_back(link);
  PartList parts(arena_);
  for (const Child& operand : reversed | std::views::reverse) collect_parts(operand, parts);
  if (!too_deep_at_) too_deep_at_ = child.span().begin;
  auto* node = make<Unparsed>(child.span());
  node->parts = parts.view();
  return node;
}

}  // namespace forklint::python
