#include "native/code.h"

#include <algorithm>
#include <set>

#include "base/lookup.h"

namespace forklint::native {

Place place_of(const NativeUnit& unit, const NativePlace& place) {
  return {unit.files[place.file], place.span};
}

NativeCode::NativeCode(std::vector<NativeUnit> units) : units_(std::move(units)) {
  std::set<std::pair<std::string, Place>> seen_calls;
  for (const NativeUnit& unit : units_) {
    for (const NativeBinding& binding : unit.bindings) bound_.insert(binding.function);
    for (const NativeFunction& function : unit.functions) {
      if (!function.key.empty()) definitions_.try_emplace(function.key, Definition{&unit, &function});
      for (const NativeCall& call : function.calls) {
        if (!call.callee.empty() && seen_calls.insert({call.callee, place_of(unit, call.place)}).second)
          callers_[call.callee].push_back({{&unit, &function}, &call});
      }
    }
  }
  std::set<Place> seen;
  for (const NativeUnit& unit : units_) {
    for (const NativeFork& fork : unit.forks) {
      if (seen.insert(place_of(unit, fork.place)).second)
        forks_.push_back({&unit, &fork, &unit.functions[fork.function]});
    }
  }
  std::ranges::sort(forks_, {}, [](const ForkSite& site) { return place_of(*site.unit, site.fork->place); });
}

const Definition* NativeCode::find(std::string_view key) const {
  const auto found = definitions_.find(key);
  return found == definitions_.end() ? nullptr : &found->second;
}

const std::vector<std::pair<Definition, const NativeCall*>>& NativeCode::callers_of(
    const std::string& key) const {
  return value_or_empty(callers_, key);
}

const Bound* NativeCode::bound(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

const ForkSite* NativeCode::way_to_fork(const Definition& from,
                                        std::vector<std::pair<Definition, const NativeCall*>>& way) const {
  struct Step {
    Definition function;
    const NativeCall* call = nullptr;  // by which the step before it got here
    std::size_t before = 0;
  };
  std::vector<Step> steps{{from}};
  std::set<const NativeFunction*> seen{from.function};
  for (std::size_t next = 0; next < steps.size(); ++next) {
    const Definition here = steps[next].function;
    const auto site = std::ranges::find_if(
        forks_, [&](const ForkSite& each) { return each.function->key == here.function->key; });
    if (site != forks_.end()) {
      for (std::size_t at = next; at != 0; at = steps[at].before)
        way.insert(way.begin(), {steps[steps[at].before].function, steps[at].call});
      return &*site;
    }
    for (const NativeCall& call : here.function->calls) {
      const Definition* callee = call.callee.empty() ? nullptr : find(call.callee);
      if (callee != nullptr && seen.insert(callee->function).second) steps.push_back({*callee, &call, next});
    }
  }
  return nullptr;
}

std::vector<Definition> NativeCode::leading_to_forks() const {
  std::vector<Definition> leading;
  std::set<const NativeFunction*> seen;
  for (const ForkSite& site : forks_) {
    if (seen.insert(site.function).second) leading.push_back({site.unit, site.function});
  }
  for (std::size_t next = 0; next < leading.size(); ++next) {
    for (const auto& [caller, call] : callers_of(leading[next].function->key)) {
      if (seen.insert(caller.function).second) leading.push_back(caller);
    }
  }
  return leading;
}

}  // namespace forklint::native
