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

std::string_view external_name(const Value& value) {
  if (value.api != nullptr && value.kind == ValueKind::external) return value.api->name;
  return value.kind == ValueKind::external ? value.text : std::string_view{};
}

}  // namespace forklint::program
