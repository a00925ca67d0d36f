#include "native/scopes.h"

#include <map>
#include <set>

namespace forklint::native {
namespace {

std::string below(const std::string& scope, const std::string& inner) {
  return inner.empty() || scope.empty() ? scope + inner : scope + "." + inner;
}

class Resolver {
 public:
  explicit Resolver(const std::vector<NativeUnit>& units) {
    for (const NativeUnit& unit : units) {
      for (const NativeScope& scope : unit.scopes) scopes_.emplace(scope.mark, &scope);
    }
  }

  struct Found {
    std::string module;
    std::string inner;
    bool is_class = false;
    auto operator<=>(const Found&) const = default;
  };

  // What a module or a mark stands for, with what lies below it in front.
  std::set<Found> of(const std::string& scope) {
    std::set<Found> found;
    follow(scope, "", false, found);
    return found;
  }

 private:
  void follow(const std::string& scope, const std::string& inner, bool is_class, std::set<Found>& found) {
    if (!scope.starts_with('@')) {
      if (!scope.empty()) found.insert({scope, inner, is_class});
      return;
    }
    if (!open_.insert(scope).second) return;
    const auto [begin, end] = scopes_.equal_range(scope);
    for (auto it = begin; it != end; ++it) {
      const NativeScope& each = *it->second;
      follow(each.scope, below(each.inner, inner), is_class || each.is_class, found);
    }
    open_.erase(scope);
  }

  std::multimap<std::string, const NativeScope*> scopes_;
  std::set<std::string> open_;
};

}  // namespace

std::vector<PythonName> python_names(const std::vector<NativeUnit>& units) {
  Resolver resolver(units);
  std::vector<PythonName> names;
  for (const NativeUnit& unit : units) {
    for (const NativeBinding& binding : unit.bindings) {
      for (const Resolver::Found& found : resolver.of(binding.scope)) {
        // A constructor is bound to the class alone: nothing stands below it.
        const bool is_class = found.is_class || binding.in_class;
        const std::string full = below(found.inner, binding.name);
        const bool is_constructor = is_class && binding.is_constructor;
        names.push_back({found.module, full, is_class && !is_constructor, is_constructor, &unit, &binding});
      }
    }
  }
  return names;
}

}  // namespace forklint::native
