#include "python/module.h"

#include <algorithm>

namespace forklint::python {

PythonModule::PythonModule() = default;
PythonModule::PythonModule(PythonModule&&) noexcept = default;
PythonModule& PythonModule::operator=(PythonModule&&) noexcept = default;
PythonModule::~PythonModule() = default;

const PythonModule::UsedName* PythonModule::used(const Name& name) const {
  const std::uint32_t index = index_of(name);
  return index < uses_.size() && uses_[index].name == &name ? &uses_[index] : nullptr;
}

Use PythonModule::use_of(const Name& name) const {
  const UsedName* found = used(name);
  return found == nullptr ? Use{} : found->use;
}

const Scope* PythonModule::scope_of(const Name& name) const {
  const UsedName* found = used(name);
  return found == nullptr ? nullptr : found->scope;
}

std::vector<const Name*> PythonModule::names_in(Span span) const {
  std::vector<const Name*> names;
  for (const auto& [name, scope, use] : uses_) {
    if (span.begin <= name->span.begin && name->span.end <= span.end) names.push_back(name);
  }
  std::sort(names.begin(), names.end(),
            [](const Name* left, const Name* right) { return left->span.begin < right->span.begin; });
  return names;
}

const CallSite* PythonModule::site_of(const Call& call) const {
  const std::uint32_t index = index_of(call);
  return index < calls_.size() && calls_[index].call == &call ? &calls_[index] : nullptr;
}

}  // namespace forklint::python
