// SARIF 2.1.0 for code scanning, by way of the library sarif/. README.md of this room says what goes where.
#pragma once

#include <ostream>

#include "finding/run_result.h"
#include "report/report.h"

namespace forklint::report {

void render_sarif(const RunResult& run, const Style& style, std::ostream& out);

}  // namespace forklint::report
