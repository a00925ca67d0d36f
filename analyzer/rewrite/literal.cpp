#include "rewrite/literal.h"

#include <algorithm>

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
  if (!span || literal->value != "fork") return std::nullopt;
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
