// Findings that a project knows of and has not got round to: a file that later runs are compared with.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "finding/run_result.h"

namespace forklint {

// The fingerprints of the findings in it.
using Baseline = std::set<std::string, std::less<>>;

// The findings of the run, and those that it already knows, as JSON with a line for each, so that a change of
// the file is readable. They must have been identified.
std::string baseline_text(const RunResult& run);

// Fails on anything but what baseline_text writes; the caller says which file it was.
Result<Baseline> parse_baseline(std::string_view text);

// Moves what the baseline names from `findings` to `known`.
void set_known_aside(RunResult& run, const Baseline& baseline);

}  // namespace forklint
