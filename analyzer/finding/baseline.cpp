#include "finding/baseline.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/check.h"
#include "finding/fingerprint.h"

namespace forklint {
namespace {

using Json = nlohmann::ordered_json;

// Grows when a reader of the present one could break.
constexpr int kVersion = 1;

std::string line_of(const Finding& finding, const RunResult& run) {
  const std::string fingerprint = fingerprint_of(finding, run);
  FORKLINT_CHECK(!fingerprint.empty(), "a finding without a fingerprint goes into a baseline");
  const Json entry = {{"fingerprint", fingerprint}, {"id", finding.rule->id}, {"path", finding.place.path}};
  return entry.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string baseline_text(const RunResult& run) {
  std::vector<Finding> findings = run.findings;
  if (run.known) findings.insert(findings.end(), run.known->begin(), run.known->end());
  std::ranges::stable_sort(findings, comes_before);
  std::string out = "{\"version\": " + std::to_string(kVersion) + ", \"findings\": [";
  for (std::size_t i = 0; i < findings.size(); ++i) {
    out += i == 0 ? "\n  " : ",\n  ";
    out += line_of(findings[i], run);
  }
  return out + "\n]}\n";
}

Result<Baseline> parse_baseline(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("findings") || !json["findings"].is_array()) {
    return fail("is no baseline that --write-baseline has written");
  }
  if (!json.contains("version") || json["version"] != kVersion) {
    return fail("is a baseline of another version of forklint: write it anew with --write-baseline");
  }
  Baseline baseline;
  for (const Json& entry : json["findings"]) {
    if (!entry.is_object() || !entry.contains("fingerprint") || !entry["fingerprint"].is_string()) {
      return fail("has a finding without a fingerprint");
    }
    baseline.insert(entry["fingerprint"].get<std::string>());
  }
  return baseline;
}

void set_known_aside(RunResult& run, const Baseline& baseline) {
  const auto is_new = [&](const Finding& finding) {
    return !baseline.contains(fingerprint_of(finding, run));
  };
  const auto known = std::ranges::stable_partition(run.findings, is_new);
  run.known.emplace(std::make_move_iterator(known.begin()), std::make_move_iterator(known.end()));
  run.findings.erase(known.begin(), known.end());
}

}  // namespace forklint
