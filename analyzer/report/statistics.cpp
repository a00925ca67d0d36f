// How many findings of which rule: what a large code base is in for.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "report/report.h"

namespace forklint::report {

void render_statistics(const RunResult& run, std::ostream& out) {
  std::map<std::string_view, std::pair<const RuleInfo*, std::uint64_t>> counts;
  for (const Finding& finding : run.findings) {
    auto& [rule, count] = counts[finding.rule->id];
    rule = finding.rule;
    ++count;
  }
  std::vector<std::pair<const RuleInfo*, std::uint64_t>> rows;
  rows.reserve(counts.size());
  for (const auto& [id, row] : counts) rows.push_back(row);
  std::ranges::stable_sort(rows, std::greater{}, &std::pair<const RuleInfo*, std::uint64_t>::second);
  const int width = rows.empty() ? 1 : static_cast<int>(std::to_string(rows.front().second).size());
  for (const auto& [rule, count] : rows) {
    out << fmt::format("{:>{}}  {}  {}\n", count, width, rule->id, rule->name);
  }
}

}  // namespace forklint::report
