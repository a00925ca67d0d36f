// Findings as SARIF results.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "finding/run_result.h"
#include "report/sarif_places.h"
#include "sarif/model.h"

namespace forklint::report {

// In the order of output. Suppressed findings only with `show_suppressed`, and then every result says whether
// it is one: code scanning knows no suppressions and would open alerts for them.
std::vector<sarif::Result> sarif_results(const RunResult& run, bool show_suppressed, SarifPlaces& places);

// The finding's message on one line, with links to its related places: "... Related: [Threads start](1)."
std::string linked_message(const Finding& finding);

}  // namespace forklint::report
