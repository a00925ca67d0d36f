#include "fix/judge.h"

#include <fmt/format.h>

#include <set>

namespace forklint::fix {
namespace {

// What of a finding an edit elsewhere in the file does not change.
using Kind = std::pair<std::string, std::string_view>;  // path, rule

std::map<Kind, int> counts_of(const std::vector<Finding>& findings, Level least) {
  std::map<Kind, int> counts;
  for (const Finding& finding : findings) {
    if (finding.level >= least) ++counts[{finding.place.path, finding.rule->id}];
  }
  return counts;
}

std::map<std::string, int> notices_by_file(const std::vector<Notice>& notices) {
  std::map<std::string, int> counts;
  for (const Notice& notice : notices) ++counts[notice.path];
  return counts;
}

}  // namespace

std::map<std::string, std::string> broken_by(const Plan& plan, const Snapshot& before,
                                             const Snapshot& after) {
  std::map<std::string, std::string> broken;
  const std::map<std::string, int> noticed = notices_by_file(before.notices);
  for (const auto& [path, count] : notices_by_file(after.notices)) {
    const auto was = noticed.find(path);
    if (count > (was == noticed.end() ? 0 : was->second))
      broken.try_emplace(path, "the result would have a syntax error");
  }
  const std::map<Kind, int> old_counts = counts_of(before.findings, Level::note);
  const std::map<Kind, int> new_counts = counts_of(after.findings, Level::note);
  // A note may be what is left of something worse.
  for (const auto& [kind, count] : counts_of(after.findings, Level::warning)) {
    const auto was = old_counts.find(kind);
    if (count > (was == old_counts.end() ? 0 : was->second))
      broken.try_emplace(kind.first, fmt::format("the result would have a new finding, {}", kind.second));
  }
  std::map<Kind, int> expected = old_counts;
  for (const Taken& taken : plan.taken) {
    for (const Finding* finding : taken.findings) --expected[{finding->place.path, finding->rule->id}];
  }
  for (const auto& [kind, count] : expected) {
    const auto now = new_counts.find(kind);
    if (now != new_counts.end() && now->second > count)
      broken.try_emplace(kind.first, fmt::format("{} would still be there", kind.second));
  }
  return broken;
}

}  // namespace forklint::fix
