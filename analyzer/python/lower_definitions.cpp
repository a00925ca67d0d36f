#include "python/lowering.h"

namespace forklint::python {

const Stmt* Lowering::decorated_definition(const Child& child) {
  const Children parts = children(child);
  PartList decorators(arena_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax != Syntax::decorator) continue;
    const Trust trust(*this, parts[i].span());
    if (const Expr* value = single_operand(parts[i])) decorators.push(value);
  }
  const Child definition = parts.find(Field::definition);
  if (definition.syntax == Syntax::function_definition) {
    return function_definition(definition, child.span(), decorators.view());
  }
  if (definition.syntax == Syntax::class_definition) {
    return class_definition(definition, child.span(), decorators.view());
  }
  const Trust trust(*this, true);
  auto* node = make<UnparsedStmt>(child.span());
  node->parts = decorators.view();
  return node;
}

const Stmt* Lowering::function_definition(const Child& child, Span span, ExprList decorators) {
  const Children parts = children(child);
  const Trust trust(*this, is_header_damaged(child, parts));
  auto* node = make<FunctionDef>(span);
  auto* function = allocate<Function>(arena_);
  node->function = function;
  function->span = span;
  function->decorators = decorators;
  function->is_async = parts.has(Syntax::kw_async);
  function->class_ = owner_.class_;
  const Child title = parts.find(Field::name);
  function->name_span = title.present() ? title.span() : Span{child.span().begin, child.span().begin};
  function->name = text(function->name_span);
  if (const Child list = parts.find(Field::type_parameters); list.present()) read_comments(list);
  if (const Child list = parts.find(Field::parameters); list.present())
    function->parameters = parameters(list);
  function->returns = optional(parts.find(Field::return_type));
  const Owner before = owner_;
  owner_ = {function, nullptr};
  if (const Child body = parts.find(Syntax::block); body.present()) function->body = block(body);
  owner_ = before;
  return node;
}

const Stmt* Lowering::class_definition(const Child& child, Span span, ExprList decorators) {
  const Children parts = children(child);
  const Trust trust(*this, is_header_damaged(child, parts));
  auto* node = make<ClassDef>(span);
  auto* result = allocate<Class>(arena_);
  node->class_ = result;
  result->span = span;
  result->decorators = decorators;
  const Child title = parts.find(Field::name);
  result->name_span = title.present() ? title.span() : Span{child.span().begin, child.span().begin};
  result->name = text(result->name_span);
  if (const Child list = parts.find(Field::type_parameters); list.present()) read_comments(list);
  if (const Child list = parts.find(Field::superclasses); list.present()) result->arguments = arguments(list);
  const Owner before = owner_;
  owner_ = {nullptr, result};
  if (const Child body = parts.find(Syntax::block); body.present()) result->body = block(body);
  owner_ = before;
  return node;
}

const Expr* Lowering::lambda(const Child& child) {
  const Children parts = children(child);
  auto* node = make<Lambda>(child.span());
  auto* function = allocate<Function>(arena_);
  node->function = function;
  function->span = node->span;
  function->name_span = {node->span.begin, node->span.begin};
  if (const Child list = parts.find(Field::parameters); list.present())
    function->parameters = parameters(list);
  const Owner before = owner_;
  owner_ = {function, nullptr};
  function->expression = required(parts.find(Field::body), node->span);
  owner_ = before;
  return node;
}

std::span<const Parameter> Lowering::parameters(const Child& child) {
  const Children parts = children(child);
  ArenaList<Parameter> result(arena_);
  std::size_t positional_only = 0;
  ParameterKind kind = ParameterKind::positional_or_keyword;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.syntax == Syntax::positional_separator) positional_only = result.size();
    if (part.syntax == Syntax::keyword_separator) kind = ParameterKind::keyword_only;
    Parameter next;
    if (!parameter(part, kind, next)) continue;
    if (next.kind == ParameterKind::star) kind = ParameterKind::keyword_only;
    result.push(next);
  }
  for (std::size_t i = 0; i < positional_only; ++i) result[i].kind = ParameterKind::positional_only;
  return result.view();
}

bool Lowering::parameter(const Child& child, ParameterKind kind, Parameter& out) {
  out.span = child.span();
  out.kind = kind;
  switch (child.syntax) {
    case Syntax::identifier:
    case Syntax::list_splat_pattern:
    case Syntax::dictionary_splat_pattern:
    case Syntax::tuple_pattern:
      parameter_name(child, out);
      return true;
    case Syntax::default_parameter:
    case Syntax::typed_parameter:
    case Syntax::typed_default_parameter:
      typed_parameter(child, out);
      return true;
    default:
      return false;
  }
}

void Lowering::typed_parameter(const Child& child, Parameter& out) {
  const Children parts = children(child);
  if (parts.size() > 0) parameter_name(parts[0], out);
  out.annotation = optional(parts.find(Field::type));
  out.fallback = optional(parts.find(Field::value));
}

void Lowering::parameter_name(const Child& child, Parameter& out) {
  out.name_span = child.span();
  if (child.syntax == Syntax::list_splat_pattern || child.syntax == Syntax::dictionary_splat_pattern) {
    const bool is_star = child.syntax == Syntax::list_splat_pattern;
    out.kind = is_star ? ParameterKind::star : ParameterKind::double_star;
    const Children parts = children(child);
    const Child inner = parts.find(Syntax::identifier);
    out.name_span = inner.present() ? inner.span() : Span{out.span.end, out.span.end};
  }
  // Python 2 unpacks tuples in parameters: a parameter without a usable name.
  if (child.syntax != Syntax::tuple_pattern) out.name = text(out.name_span);
}

// For parts that nothing is made of.
void Lowering::read_comments(const Child& child) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) return;
  const Children parts = children(child);
  for (std::size_t i = 0; i < parts.size(); ++i) read_comments(parts[i]);
}

}  // namespace forklint::python
