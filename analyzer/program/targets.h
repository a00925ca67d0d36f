// Sets of (platform, Python version) pairs of the Target, as bits: on which of them something holds.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/target.h"

namespace forklint::program {

using TargetMask = std::uint64_t;

// A condition's meaning over all targets: where it may hold and where it surely does. must ⊆ may.
struct Truth {
  TargetMask may = 0;
  TargetMask must = 0;
};

enum class Verdict : std::uint8_t { never, depends, always };

class Targets {
 public:
  explicit Targets(const Target& target);

  TargetMask all() const { return all_; }
  Truth unknown() const { return {all_, 0}; }
  Truth always(bool value) const { return value ? Truth{all_, all_} : Truth{0, 0}; }
  Truth negate(Truth truth) const { return {all_ & ~truth.must, all_ & ~truth.may}; }

  Verdict verdict(Truth truth) const {
    if (truth.may == 0) return Verdict::never;
    return truth.must == all_ ? Verdict::always : Verdict::depends;
  }

  // Where a predicate over platform and version holds.
  template <typename Predicate>
  TargetMask where(Predicate predicate) const {
    TargetMask mask = 0;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (predicate(pairs_[i].platform, pairs_[i].version)) mask |= TargetMask{1} << i;
    }
    return mask;
  }

  // Where the default context of `family` has this start method.
  TargetMask default_is(const catalog::Catalog& catalog, std::string_view family, StartMethod method) const;

  struct Pair {
    Platform platform{};
    PythonVersion version;
  };
  const std::vector<Pair>& pairs() const { return pairs_; }
  std::vector<Platform> platforms_in(TargetMask mask) const;
  PythonVersion oldest_in(TargetMask mask) const;
  PythonVersion newest_in(TargetMask mask) const;

 private:
  std::vector<Pair> pairs_;  // at most 64
  TargetMask all_ = 0;
};

}  // namespace forklint::program
