#include "program/path.h"

#include <algorithm>

namespace forklint::program {
namespace {

using python::Region;
using python::RegionKind;

bool is_around(const Region* outer, const Region* inner) {
  for (; inner != nullptr; inner = inner->outer) {
    if (inner == outer) return true;
  }
  return outer == nullptr;
}

// Whether some region around `later` shows that `region` was not entered: the other branch of the same test.
bool excluded_by(const Region& region, const Region* later) {
  for (; later != nullptr; later = later->outer) {
    if (later->test != region.test || region.test == nullptr) continue;
    const bool opposite = (later->kind == RegionKind::if_true && region.kind == RegionKind::if_false) ||
                          (later->kind == RegionKind::if_false && region.kind == RegionKind::if_true);
    if (opposite) return true;
  }
  return false;
}

// Under which platforms and versions the region is entered; regions around `shared` too are not asked again.
Truth entered(Evaluator& evaluator, const Targets& targets, const Step& step, const Region* shared) {
  Truth truth = targets.always(true);
  for (const Region* region = step.item->region; region != nullptr; region = region->outer) {
    if (shared != nullptr && is_around(region, shared)) break;
    if (shared != nullptr && excluded_by(*region, shared)) return targets.always(false);
    Truth here = targets.always(true);
    switch (region->kind) {
      case RegionKind::if_true:
        here = region->test == nullptr ? targets.unknown()
                                       : evaluator.truth(*region->test, *step.module, step.is_main);
        break;
      case RegionKind::if_false:
        here = region->test == nullptr
                   ? targets.unknown()
                   : targets.negate(evaluator.truth(*region->test, *step.module, step.is_main));
        break;
      case RegionKind::except_body:
      case RegionKind::case_body:
        here = targets.unknown();
        break;
      default:
        break;
    }
    truth = {truth.may & here.may, truth.must & here.must};
  }
  return truth;
}

}  // namespace

Truth happened_before(Evaluator& evaluator, const Targets& targets, const Path& earlier, const Path& later) {
  std::size_t level = 0;
  while (level < earlier.size() && level < later.size() && earlier[level].item == later[level].item) ++level;
  Truth truth = targets.always(true);
  for (std::size_t i = level; i < earlier.size(); ++i) {
    const Region* shared = i == level && i < later.size() ? later[i].item->region : nullptr;
    const Truth here = entered(evaluator, targets, earlier[i], shared);
    truth = {truth.may & here.may, truth.must & here.must};
  }
  return truth;
}

}  // namespace forklint::program
