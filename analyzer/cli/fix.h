// The run with --fix or --diff: from findings to changed files, or to what would be changed.
#pragma once

#include "cli/analysis.h"
#include "cli/attendant.h"

namespace forklint::cli {

// The exit status: 0 when nothing is left, or when there is no difference to show.
Result<int> fix(const CheckOptions& options, const Analyser& analyser, Host& host, Attendant& attendant);

}  // namespace forklint::cli
