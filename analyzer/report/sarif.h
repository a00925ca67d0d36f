// SARIF 2.1.0 from a RunResult.
#pragma once

#include <ostream>

#include "finding/run_result.h"
#include "report/report.h"

namespace forklint::report {

void render_sarif(const RunResult& run, const Style& style, std::ostream& out);

}  // namespace forklint::report
