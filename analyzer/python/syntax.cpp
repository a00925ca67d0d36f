#include "python/syntax.h"

#include <array>
#include <string_view>
#include <vector>

#include "base/check.h"

extern "C" const TSLanguage* tree_sitter_python();

namespace forklint::python {
namespace {

struct SyntaxName {
  std::string_view name;
  Syntax syntax;
};

constexpr SyntaxName kTokens[] = {
    {",", Syntax::comma},        {"*", Syntax::star},         {"**", Syntax::double_star},
    {"async", Syntax::kw_async}, {"from", Syntax::kw_from},   {"if", Syntax::kw_if},
    {"in", Syntax::kw_in},       {"yield", Syntax::kw_yield}, {"_", Syntax::underscore},
    {".", Syntax::dot},          {"-", Syntax::minus},        {"+", Syntax::plus},
    {":", Syntax::colon},        {"=", Syntax::equals},
};

constexpr SyntaxName kNodes[] = {
    {"identifier", Syntax::identifier},
    {"integer", Syntax::integer},
    {"float", Syntax::float_},
    {"true", Syntax::true_},
    {"false", Syntax::false_},
    {"none", Syntax::none},
    {"ellipsis", Syntax::ellipsis},
    {"comment", Syntax::comment},
    {"string_start", Syntax::string_start},
    {"string_content", Syntax::string_content},
    {"string_end", Syntax::string_end},
    {"line_continuation", Syntax::line_continuation},
    {"wildcard_import", Syntax::wildcard_import},
    {"import_prefix", Syntax::import_prefix},
    {"pass_statement", Syntax::pass_statement},
    {"break_statement", Syntax::break_statement},
    {"continue_statement", Syntax::continue_statement},
    {"positional_separator", Syntax::positional_separator},
    {"keyword_separator", Syntax::keyword_separator},
    {"type_conversion", Syntax::type_conversion},
    {"escape_sequence", Syntax::escape_sequence},
    {"module", Syntax::module},
    {"block", Syntax::block},
    {"import_statement", Syntax::import_statement},
    {"import_from_statement", Syntax::import_from_statement},
    {"future_import_statement", Syntax::future_import_statement},
    {"print_statement", Syntax::print_statement},
    {"exec_statement", Syntax::exec_statement},
    {"assert_statement", Syntax::assert_statement},
    {"expression_statement", Syntax::expression_statement},
    {"return_statement", Syntax::return_statement},
    {"delete_statement", Syntax::delete_statement},
    {"raise_statement", Syntax::raise_statement},
    {"global_statement", Syntax::global_statement},
    {"nonlocal_statement", Syntax::nonlocal_statement},
    {"type_alias_statement", Syntax::type_alias_statement},
    {"if_statement", Syntax::if_statement},
    {"elif_clause", Syntax::elif_clause},
    {"else_clause", Syntax::else_clause},
    {"match_statement", Syntax::match_statement},
    {"case_clause", Syntax::case_clause},
    {"for_statement", Syntax::for_statement},
    {"while_statement", Syntax::while_statement},
    {"try_statement", Syntax::try_statement},
    {"except_clause", Syntax::except_clause},
    {"finally_clause", Syntax::finally_clause},
    {"with_statement", Syntax::with_statement},
    {"with_clause", Syntax::with_clause},
    {"with_item", Syntax::with_item},
    {"function_definition", Syntax::function_definition},
    {"class_definition", Syntax::class_definition},
    {"decorated_definition", Syntax::decorated_definition},
    {"decorator", Syntax::decorator},
    {"assignment", Syntax::assignment},
    {"augmented_assignment", Syntax::augmented_assignment},
    {"relative_import", Syntax::relative_import},
    {"dotted_name", Syntax::dotted_name},
    {"aliased_import", Syntax::aliased_import},
    {"chevron", Syntax::chevron},
    {"parameters", Syntax::parameters},
    {"lambda_parameters", Syntax::lambda_parameters},
    {"type_parameter", Syntax::type_parameter},
    {"default_parameter", Syntax::default_parameter},
    {"typed_parameter", Syntax::typed_parameter},
    {"typed_default_parameter", Syntax::typed_default_parameter},
    {"argument_list", Syntax::argument_list},
    {"keyword_argument", Syntax::keyword_argument},
    {"if_clause", Syntax::if_clause},
    {"for_in_clause", Syntax::for_in_clause},
    {"as_pattern", Syntax::as_pattern},
    {"as_pattern_target", Syntax::as_pattern_target},
    {"case_pattern", Syntax::case_pattern},
    {"union_pattern", Syntax::union_pattern},
    {"list_pattern", Syntax::list_pattern},
    {"tuple_pattern", Syntax::tuple_pattern},
    {"dict_pattern", Syntax::dict_pattern},
    {"keyword_pattern", Syntax::keyword_pattern},
    {"splat_pattern", Syntax::splat_pattern},
    {"class_pattern", Syntax::class_pattern},
    {"complex_pattern", Syntax::complex_pattern},
    {"pattern_list", Syntax::pattern_list},
    {"list_splat_pattern", Syntax::list_splat_pattern},
    {"dictionary_splat_pattern", Syntax::dictionary_splat_pattern},
    {"list_splat", Syntax::list_splat},
    {"dictionary_splat", Syntax::dictionary_splat},
    {"attribute", Syntax::attribute},
    {"call", Syntax::call},
    {"string", Syntax::string},
    {"concatenated_string", Syntax::concatenated_string},
    {"interpolation", Syntax::interpolation},
    {"format_specifier", Syntax::format_specifier},
    {"format_expression", Syntax::format_expression},
    {"list", Syntax::list},
    {"tuple", Syntax::tuple},
    {"set", Syntax::set},
    {"dictionary", Syntax::dictionary},
    {"pair", Syntax::pair},
    {"lambda", Syntax::lambda},
    {"conditional_expression", Syntax::conditional_expression},
    {"boolean_operator", Syntax::boolean_operator},
    {"not_operator", Syntax::not_operator},
    {"unary_operator", Syntax::unary_operator},
    {"binary_operator", Syntax::binary_operator},
    {"comparison_operator", Syntax::comparison_operator},
    {"subscript", Syntax::subscript},
    {"slice", Syntax::slice},
    {"named_expression", Syntax::named_expression},
    {"await", Syntax::await},
    {"yield", Syntax::yield},
    {"list_comprehension", Syntax::list_comprehension},
    {"set_comprehension", Syntax::set_comprehension},
    {"dictionary_comprehension", Syntax::dictionary_comprehension},
    {"generator_expression", Syntax::generator_expression},
    {"parenthesized_expression", Syntax::parenthesized_expression},
    {"expression_list", Syntax::expression_list},
    {"type", Syntax::type},
    {"splat_type", Syntax::splat_type},
    {"generic_type", Syntax::generic_type},
    {"union_type", Syntax::union_type},
    {"constrained_type", Syntax::constrained_type},
    {"member_type", Syntax::member_type},
};

struct FieldName {
  std::string_view name;
  Field field;
};

constexpr FieldName kFields[] = {
    {"alias", Field::alias},
    {"argument", Field::argument},
    {"arguments", Field::arguments},
    {"attribute", Field::attribute},
    {"body", Field::body},
    {"cause", Field::cause},
    {"code", Field::code},
    {"condition", Field::condition},
    {"definition", Field::definition},
    {"expression", Field::expression},
    {"function", Field::function},
    {"guard", Field::guard},
    {"key", Field::key},
    {"left", Field::left},
    {"module_name", Field::module_name},
    {"name", Field::name},
    {"object", Field::object},
    {"operator", Field::operator_},
    {"operators", Field::operators},
    {"parameters", Field::parameters},
    {"return_type", Field::return_type},
    {"right", Field::right},
    {"subject", Field::subject},
    {"subscript", Field::subscript},
    {"superclasses", Field::superclasses},
    {"type", Field::type},
    {"type_parameters", Field::type_parameters},
    {"value", Field::value},
};

Syntax look_up(std::string_view name, bool named) {
  if (!named) {
    for (const SyntaxName& entry : kTokens)
      if (entry.name == name) return entry.syntax;
    return Syntax::token;
  }
  for (const SyntaxName& entry : kNodes)
    if (entry.name == name) return entry.syntax;
  return Syntax::other;
}

std::vector<Syntax> make_symbol_table() {
  const TSLanguage* language = python_language();
  const std::uint32_t count = ts_language_symbol_count(language);
  std::vector<Syntax> table(count, Syntax::other);
  std::uint32_t found = 0;
  for (const SyntaxName& entry : kNodes) {
    found += ts_language_symbol_for_name(language, entry.name.data(),
                                         static_cast<std::uint32_t>(entry.name.size()), true) != 0;
  }
  FORKLINT_CHECK(found == std::size(kNodes), "the Python grammar lacks a node kind that lowering knows");
  for (std::uint32_t symbol = 0; symbol < count; ++symbol) {
    const auto id = static_cast<TSSymbol>(symbol);
    const bool named = ts_language_symbol_type(language, id) != TSSymbolTypeAnonymous;
    table[symbol] = look_up(ts_language_symbol_name(language, id), named);
  }
  return table;
}

std::vector<Field> make_field_table() {
  const TSLanguage* language = python_language();
  const std::uint32_t count = ts_language_field_count(language);
  std::vector<Field> table(count + 1, Field::none);
  for (std::uint32_t id = 1; id <= count; ++id) {
    const std::string_view name = ts_language_field_name_for_id(language, static_cast<TSFieldId>(id));
    for (const FieldName& entry : kFields)
      if (entry.name == name) table[id] = entry.field;
  }
  return table;
}

}  // namespace

const TSLanguage* python_language() { return tree_sitter_python(); }

Syntax syntax_of(TSSymbol symbol) {
  static const std::vector<Syntax> kTable = make_symbol_table();
  return symbol < kTable.size() ? kTable[symbol] : Syntax::error;
}

Field field_of(TSFieldId field) {
  static const std::vector<Field> kTable = make_field_table();
  return field < kTable.size() ? kTable[field] : Field::none;
}

}  // namespace forklint::python
