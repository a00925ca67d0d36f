// All units of a project, linked: which functions there are, what they call, which of them fork.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "finding/finding.h"
#include "native/unit.h"

namespace forklint::native {

// A function's definition, in the first unit that has it.
struct Definition {
  const NativeUnit* unit = nullptr;
  const NativeFunction* function = nullptr;
};

struct ForkSite {
  const NativeUnit* unit = nullptr;
  const NativeFork* fork = nullptr;
  const NativeFunction* function = nullptr;
};

// A function under a name that Python code uses.
struct Bound {
  Definition function;
  Place place;  // where the name stands
};

class NativeCode {
 public:
  NativeCode() = default;
  // The units' files are paths as reports name them.
  explicit NativeCode(std::vector<NativeUnit> units);
  NativeCode(NativeCode&&) noexcept = default;
  NativeCode& operator=(NativeCode&&) noexcept = default;

  const std::vector<NativeUnit>& units() const { return units_; }
  // Each place once, sorted by path and place.
  const std::vector<ForkSite>& forks() const { return forks_; }
  // Null where no unit defines it.
  const Definition* find(std::string_view key) const;
  // The definitions that call `key`, directly.
  const std::vector<std::pair<Definition, const NativeCall*>>& callers_of(const std::string& key) const;
  // The calls from a function down to a fork, and that fork; the shortest. Null where none is reached.
  const ForkSite* way_to_fork(const Definition& from,
                              std::vector<std::pair<Definition, const NativeCall*>>& way) const;
  // Names are given once the Python side is known.
  void add_name(std::string name, Bound bound) { names_.emplace(std::move(name), bound); }
  // Null where it is no such name.
  const Bound* bound(std::string_view name) const;
  const std::map<std::string, Bound, std::less<>>& names() const { return names_; }
  // Whether some unit gives the function with this key to Python, under whatever name.
  bool is_bound(const std::string& key) const { return bound_.contains(key); }
  // The functions from which a fork is reached, forks' own functions included.
  std::vector<Definition> leading_to_forks() const;

 private:
  std::vector<NativeUnit> units_;
  std::map<std::string, Bound, std::less<>> names_;
  std::vector<ForkSite> forks_;
  std::unordered_set<std::string> bound_;
  std::unordered_map<std::string_view, Definition> definitions_;
  std::unordered_map<std::string, std::vector<std::pair<Definition, const NativeCall*>>> callers_;
};

Place place_of(const NativeUnit& unit, const NativePlace& place);

}  // namespace forklint::native
