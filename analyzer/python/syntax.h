// The grammar's node kinds and fields as enums, so that lowering switches on numbers instead of comparing
// names. Inside of the room only: nothing here leaves it.
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>

namespace forklint::python {

// `token` is any keyword, operator or bracket that needs no name here.
enum class Syntax : std::uint8_t {
  token,
  error,
  other,
  // tokens that lowering looks at
  comma,
  star,
  double_star,
  kw_async,
  kw_from,
  kw_if,
  kw_in,
  kw_yield,
  underscore,
  dot,
  minus,
  plus,
  colon,
  equals,
  comment,
  string_start,
  string_content,
  string_end,
  line_continuation,
  wildcard_import,
  import_prefix,
  positional_separator,
  keyword_separator,
  type_conversion,
  escape_sequence,
  // what holds statements, and parts of statements
  module,
  block,
  elif_clause,
  else_clause,
  case_clause,
  except_clause,
  finally_clause,
  with_clause,
  with_item,
  decorator,
  assignment,
  augmented_assignment,
  relative_import,
  dotted_name,
  aliased_import,
  chevron,
  parameters,
  lambda_parameters,
  type_parameter,
  default_parameter,
  typed_parameter,
  typed_default_parameter,
  argument_list,
  keyword_argument,
  if_clause,
  for_in_clause,
  pair,
  interpolation,
  format_specifier,
  format_expression,
  case_pattern,
  union_pattern,
  dict_pattern,
  keyword_pattern,
  splat_pattern,
  class_pattern,
  complex_pattern,
  // statements: is_statement() asks for this range
  import_statement,
  import_from_statement,
  future_import_statement,
  print_statement,
  exec_statement,
  assert_statement,
  expression_statement,
  return_statement,
  delete_statement,
  raise_statement,
  global_statement,
  nonlocal_statement,
  type_alias_statement,
  pass_statement,
  break_statement,
  continue_statement,
  if_statement,
  match_statement,
  for_statement,
  while_statement,
  try_statement,
  with_statement,
  function_definition,
  class_definition,
  decorated_definition,
  // expressions, with patterns and annotations that are written as such: is_expression() asks for this range
  identifier,
  integer,
  float_,
  true_,
  false_,
  none,
  ellipsis,
  attribute,
  call,
  string,
  concatenated_string,
  list,
  tuple,
  set,
  dictionary,
  lambda,
  conditional_expression,
  boolean_operator,
  not_operator,
  unary_operator,
  binary_operator,
  comparison_operator,
  subscript,
  slice,
  named_expression,
  await,
  yield,
  list_comprehension,
  set_comprehension,
  dictionary_comprehension,
  generator_expression,
  parenthesized_expression,
  expression_list,
  pattern_list,
  list_pattern,
  tuple_pattern,
  list_splat,
  list_splat_pattern,
  dictionary_splat,
  dictionary_splat_pattern,
  as_pattern,
  as_pattern_target,
  type,
  splat_type,
  generic_type,
  union_type,
  constrained_type,
  member_type,
};

constexpr bool is_statement(Syntax syntax) {
  return syntax >= Syntax::import_statement && syntax <= Syntax::decorated_definition;
}

// Kinds that stand for a value.
constexpr bool is_expression(Syntax syntax) {
  return syntax >= Syntax::identifier && syntax <= Syntax::member_type;
}

enum class Field : std::uint8_t {
  none,
  alias,
  argument,
  arguments,
  attribute,
  body,
  cause,
  code,
  condition,
  definition,
  expression,
  function,
  guard,
  key,
  left,
  module_name,
  name,
  object,
  operator_,
  operators,
  parameters,
  return_type,
  right,
  subject,
  subscript,
  superclasses,
  type,
  type_parameters,
  value,
};

// Nests to the left as deep as it is long: a.b.c, f()()(), 1 + 1 + 1.
constexpr bool is_chain(Syntax syntax) {
  return syntax == Syntax::attribute || syntax == Syntax::call || syntax == Syntax::subscript ||
         syntax == Syntax::binary_operator || syntax == Syntax::boolean_operator;
}

Syntax syntax_of(TSSymbol symbol);
Field field_of(TSFieldId field);
const TSLanguage* python_language();

}  // namespace forklint::python
