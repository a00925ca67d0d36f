// From stack dumps to the line to change.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

// 1 where a dump shows a hang at a fork, or may show one; 0 where none does.
Result<int> diagnose(const DiagnoseOptions& options, Host& host);

}  // namespace forklint::cli
