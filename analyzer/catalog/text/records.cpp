#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

template <typename T>
std::span<const T> kept(std::deque<std::vector<T>>& storage, std::vector<T> list) {
  storage.push_back(std::move(list));
  return storage.back();
}

}  // namespace

std::string_view RecordSet::keep(std::string text) {
  texts_.push_back(std::move(text));
  return texts_.back();
}
std::span<const std::string_view> RecordSet::keep(std::vector<std::string_view> list) {
  return kept(text_lists_, std::move(list));
}
std::span<const Condition> RecordSet::keep(std::vector<Condition> list) {
  return kept(conditions_, std::move(list));
}
std::span<const MethodFrom> RecordSet::keep(std::vector<MethodFrom> list) {
  return kept(methods_, std::move(list));
}
std::span<const ParameterSpec> RecordSet::keep(std::vector<ParameterSpec> list) {
  return kept(parameters_, std::move(list));
}
std::span<const FamilyDefault> RecordSet::keep(std::vector<FamilyDefault> list) {
  return kept(defaults_, std::move(list));
}

std::string normalised_package(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool separates = c == '-' || c == '_' || c == '.';
    if (separates && out.ends_with('-')) continue;
    out += separates ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace forklint::catalog
