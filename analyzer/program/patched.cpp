#include "program/patched.h"

#include <algorithm>
#include <string>
#include <vector>

namespace forklint::program {
namespace {

constexpr std::string_view kPatch[] = {"unittest.mock.patch", "mock.patch", "mock.mock.patch"};

bool is_patch(std::string_view name) {
  return std::find(std::begin(kPatch), std::end(kPatch), name) != std::end(kPatch);
}

const Value* text_of(const ValueSet& values) {
  const Value* only = values.single();
  return only != nullptr && only->kind == ValueKind::string ? only : nullptr;
}

class MockFinder {
 public:
  MockFinder(Evaluator& evaluator, const Module& module) : evaluator_(evaluator), module_(module) {}

  // `patch("billiard.pool.Pool._start")`, `patch.object(Pool, "_start")`
  void add(const python::Expr* expr) {
    const auto* call = python::as<python::Call>(expr);
    if (call == nullptr || call->arguments.empty() || call->damaged) return;
    const ValueSet callees = evaluator_.values(*call->callee, module_);
    const Value* callee = callees.single();
    if (callee == nullptr) return;
    const std::string name(external_name(*callee));
    if (is_patch(name)) {
      const ValueSet target = evaluator_.values(*call->arguments.front().value, module_);
      if (const Value* text = text_of(target); text != nullptr) targets_.emplace_back(text->text);
    } else if (name.ends_with(".object") && is_patch(name.substr(0, name.size() - 7)) &&
               call->arguments.size() > 1) {
      const ValueSet owners = evaluator_.values(*call->arguments[0].value, module_);
      const ValueSet attribute = evaluator_.values(*call->arguments[1].value, module_);
      const Value* owner = owners.single();
      const Value* text = text_of(attribute);
      if (owner == nullptr || text == nullptr || external_name(*owner).empty()) return;
      targets_.push_back(std::string(external_name(*owner)) + "." + std::string(text->text));
    }
  }

  const std::vector<std::string>& targets() const { return targets_; }

 private:
  Evaluator& evaluator_;
  const Module& module_;
  std::vector<std::string> targets_;
};

std::vector<std::string> mocks_around(Evaluator& evaluator, const Site& site) {
  MockFinder finder(evaluator, *site.module);
  if (site.function != nullptr) {
    for (const python::Expr* decorator : site.function->decorators) finder.add(decorator);
    if (site.function->class_ != nullptr) {
      for (const python::Expr* decorator : site.function->class_->decorators) finder.add(decorator);
    }
  }
  for (const python::Region* region = site.region; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::with_body) finder.add(region->test);
  }
  return finder.targets();
}

bool replaces(std::string_view mock, std::string_view name, const catalog::Api& api) {
  if (mock == name) return true;
  if (!mock.starts_with(name) || mock.size() <= name.size() + 1 || mock[name.size()] != '.') return false;
  // Who replaces a part of the inside tests the inside: `_create_worker_process`, `_repopulate_pool`.
  const std::string_view member = mock.substr(name.size() + 1);
  const bool creates =
      std::find(api.created_by.begin(), api.created_by.end(), member) != api.created_by.end();
  return creates || member.starts_with("_");
}

}  // namespace

bool is_mocked(Evaluator& evaluator, const Site& site) {
  if (site.kind != SiteKind::call) return false;
  std::vector<std::string_view> names{site.name, site.api->name};
  names.insert(names.end(), site.api->aliases.begin(), site.api->aliases.end());
  for (const std::string& mock : mocks_around(evaluator, site)) {
    if (std::any_of(names.begin(), names.end(),
                    [&](std::string_view name) { return replaces(mock, name, *site.api); }))
      return true;
  }
  return false;
}

}  // namespace forklint::program
