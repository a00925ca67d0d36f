// Runs a program and records its forks; and reports what a recording says.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

// The status is the program's own.
Result<int> trace(const TraceOptions& options, Host& host);
Result<int> report_trace(const TraceReportOptions& options, Host& host);

}  // namespace forklint::cli
