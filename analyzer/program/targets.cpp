#include "program/targets.h"

#include <algorithm>

#include "base/check.h"

namespace forklint::program {

Targets::Targets(const Target& target) {
  for (const Platform platform : target.platforms) {
    for (const PythonVersion version : target.versions) pairs_.push_back({platform, version});
  }
  FORKLINT_CHECK(!pairs_.empty() && pairs_.size() <= 64, "a target has 1 to 64 pairs");
  all_ = pairs_.size() == 64 ? ~TargetMask{0} : (TargetMask{1} << pairs_.size()) - 1;
}

TargetMask Targets::default_is(const catalog::Catalog& catalog, std::string_view family,
                               StartMethod method) const {
  return where([&](Platform platform, PythonVersion version) {
    return catalog.default_method(family, platform, version) == method;
  });
}

std::vector<Platform> Targets::platforms_in(TargetMask mask) const {
  std::vector<Platform> found;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if ((mask >> i & 1) == 0) continue;
    if (std::find(found.begin(), found.end(), pairs_[i].platform) == found.end()) {
      found.push_back(pairs_[i].platform);
    }
  }
  return found;
}

PythonVersion Targets::oldest_in(TargetMask mask) const {
  PythonVersion oldest{.major = 99, .minor = 0};
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (mask >> i & 1) oldest = std::min(oldest, pairs_[i].version);
  }
  return oldest;
}

PythonVersion Targets::newest_in(TargetMask mask) const {
  PythonVersion newest{.major = 0, .minor = 0};
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (mask >> i & 1) newest = std::max(newest, pairs_[i].version);
  }
  return newest;
}

}  // namespace forklint::program
