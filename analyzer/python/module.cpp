#include "python/module.h"

#include <algorithm>

namespace forklint::python {

PythonModule::PythonModule() = default;
PythonModule::PythonModule(PythonModule&&) noexcept = default;
PythonModule& PythonModule::operator=(PythonModule&&) noexcept = default;
PythonModule::~PythonModule() = default;

Use PythonModule::use_of(const Name& name) const {
  const auto found = uses_.find(&name);
  return found == uses_.end() ? Use{} : found->second.second;
}

const Scope* PythonModule::scope_of(const Name& name) const {
  const auto found = uses_.find(&name);
  return found == uses_.end() ? nullptr : found->second.first;
}

std::vector<const Name*> PythonModule::names_in(Span span) const {
  std::vector<const Name*> names;
  for (const auto& [name, use] : uses_) {
    if (span.begin <= name->span.begin && name->span.end <= span.end) names.push_back(name);
  }
  std::sort(names.begin(), names.end(),
            [](const Name* left, const Name* right) { return left->span.begin < right->span.begin; });
  return names;
}

const CallSite* PythonModule::site_of(const Call& call) const {
  const auto found = call_index_.find(&call);
  return found == call_index_.end() ? nullptr : &calls_[found->second];
}

}  // namespace forklint::python
