// The last step: from the states that reached the uses to the bindings that a use can mean.
#pragma once

#include <memory_resource>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "python/evaluation_order.h"

namespace forklint::python {

// A use and what reached it within its own frame.
struct PendingUse {
  const Name* name = nullptr;
  ScopeDraft* scope = nullptr;
  ReadStates states;
};

class UseResolver {
 public:
  // Every frame must have been walked. Lists that a Use refers to are put into the arena and shared.
  UseResolver(NameTable& names, StateTable& states, const ModuleDraft& draft,
              std::pmr::memory_resource& arena);

  Use resolve(const PendingUse& use);

 private:
  using Bindings = std::span<const Binding* const>;
  struct Meaning {
    Bindings bindings;
    bool unbound = false;
  };
  struct KeyHash {
    std::size_t operator()(const std::pair<const Variable*, StateId>& key) const {
      return std::hash<const void*>{}(key.first) * 31 + key.second;
    }
  };

  Meaning meaning(const Variable& variable, const ScopeDraft& scope, StateId state);
  Meaning reached(const Variable& variable, StateId state);
  Meaning every(const Variable& variable);
  Bindings star_imports(const PendingUse& use) const;
  Bindings store(std::vector<const Binding*>& bindings);

  NameTable& names_;
  StateTable& states_;
  const ModuleDraft& draft_;
  std::pmr::memory_resource& arena_;
  Bindings star_imports_;
  std::unordered_map<const Variable*, Meaning> every_;
  std::unordered_map<std::pair<const Variable*, StateId>, Meaning, KeyHash> reached_;
};

}  // namespace forklint::python
