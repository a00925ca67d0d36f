#include "rewrite/literal.h"

#include <algorithm>

#include "program/returns.h"
#include "python/visit.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;

// The text between the quotes of a plain literal: its place in the file.
std::optional<Span> inside_of(const Module& module, const python::Expr& expr) {
  const auto* literal = python::as<python::String>(&expr);
  if (literal == nullptr || !literal->exact || literal->is_bytes || literal->damaged) return std::nullopt;
  const std::string text = text_of(module, expr.span);
  const std::size_t size = literal->value.size();
  const bool is_plain = text.size() == size + 2 && (text.front() == '"' || text.front() == '\'') &&
                        text.back() == text.front() && text.substr(1, size) == literal->value;
  if (!is_plain) return std::nullopt;
  return Span{expr.span.begin + 1, expr.span.end - 1};
}

bool offers_by_name(const python::Expr& expr, const python::String& value) {
  bool found = false;
  if (const auto* table = python::as<python::Dict>(&expr)) {
    found = std::any_of(table->entries.begin(), table->entries.end(), [&](const python::DictEntry& entry) {
      const auto* key = python::as<python::String>(entry.key);
      return key != nullptr && key->value == value.value && entry.value->span.contains(value.span);
    });
  }
  python::for_each_child(expr, [&](const python::Expr& child) {
    found = found || (child.span.contains(value.span) && offers_by_name(child, value));
  });
  return found;
}

// `{"fork": get_context("fork"), ...}`: who asks such a table for fork wants it.
bool is_offered_by_name(const Module& module, const python::String& value) {
  std::vector<python::Block> blocks{module.syntax.body()};
  for (const python::Function* function : module.syntax.functions()) blocks.push_back(function->body);
  for (const python::Class* class_ : module.syntax.classes()) blocks.push_back(class_->body);
  bool found = false;
  for (const python::Block block : blocks) {
    program::for_each_statement(block, [&](const python::Stmt& stmt) {
      if (found || !stmt.span.contains(value.span)) return;
      python::for_each_expression(
          stmt, [&](const python::Expr& expr) { found = found || offers_by_name(expr, value); });
    });
  }
  return found;
}

bool has_context_from(const Program& program, const Site& creator, const Site& maker) {
  for (const catalog::MethodFrom& source : creator.api->start_method) {
    if (source.source != catalog::MethodSource::parameter) continue;
    const program::ValueSet values = program.argument(creator, source.name).values;
    if (std::any_of(values.values().begin(), values.values().end(), [&](const program::Value& value) {
          return value.kind == program::ValueKind::context && value.expr == maker.call->call;
        }))
      return true;
  }
  return creator.callee.of_context && creator.callee.expr == maker.call->call;
}

}  // namespace

std::optional<Draft> other_method(const Program& program, const Module& module, const python::Expr& value) {
  const auto* literal = python::as<python::String>(&value);
  const std::optional<Span> span = inside_of(module, value);
  if (!span || literal->value != "fork" || is_offered_by_name(module, *literal)) return std::nullopt;
  Draft draft;
  draft.replace(module, *span, std::string(name_of(program.preference().method)));
  return draft;
}

std::optional<Draft> other_strategy(const Module& module, const python::Expr& value) {
  constexpr std::string_view kForks = "ddp_fork";
  const auto* literal = python::as<python::String>(&value);
  const std::optional<Span> span = inside_of(module, value);
  if (!span || !literal->value.starts_with(kForks)) return std::nullopt;
  Draft draft;
  draft.replace(module, {span->begin, span->begin + static_cast<std::uint32_t>(kForks.size())}, "ddp_spawn");
  return draft;
}

std::vector<const Site*> creators_behind(const Program& program, const Site& site) {
  std::vector<const Site*> creators;
  if (site.call == nullptr) return creators;
  for (const auto& other : program.sites()) {
    if (other->api->creates == catalog::Creates::nothing || other->creates == program::Outcome::no) continue;
    const bool is_default = !site.api->sets_family.empty() && other->method.from_default != 0 &&
                            other->method.family == site.api->sets_family;
    if (other == &site || is_default || has_context_from(program, *other, site)) creators.push_back(other);
  }
  return creators;
}

}  // namespace forklint::rewrite
