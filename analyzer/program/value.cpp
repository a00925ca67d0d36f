#include "program/value.h"

#include <algorithm>

namespace forklint::program {
namespace {

// More possibilities than this tell a reader nothing, and keep the cost of joining sets bounded.
constexpr std::size_t kMaxValues = 12;

}  // namespace

void ValueSet::add(const Value& value) {
  if (std::find(values_.begin(), values_.end(), value) != values_.end()) return;
  if (values_.size() >= kMaxValues) {
    open_ = true;
    return;
  }
  values_.push_back(value);
}

void ValueSet::add(const ValueSet& other) {
  for (const Value& value : other.values_) add(value);
  open_ = open_ || other.open_;
}

std::optional<StartMethod> method_of_context_class(const catalog::Api& api) {
  if (api.context_family.empty() || api.start_method.empty()) return std::nullopt;
  const catalog::MethodFrom& source = api.start_method.front();
  return source.source == catalog::MethodSource::fixed ? std::optional(source.method) : std::nullopt;
}

std::string_view external_name(const Value& value) {
  if (value.api != nullptr && value.kind == ValueKind::external) return value.api->name;
  return value.kind == ValueKind::external ? value.text : std::string_view{};
}

}  // namespace forklint::program
