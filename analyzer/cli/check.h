// The run: from options to findings.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

// Writes findings and notices; the result is the exit status (0 or 1), an error is for status 2.
Result<int> check(const CheckOptions& options, Host& host);

}  // namespace forklint::cli
