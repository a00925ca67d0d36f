// What a project with many findings leaves for later: those that it knows, and those that a change did not
// bring.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"
#include "finding/run_result.h"

namespace forklint::cli {

// Keeps what --diff-base and --baseline leave.
Result<void> narrow(RunResult& run, const CheckOptions& options, const Host& host);

// Keeps what --diff-base and --baseline leave; writes what --write-baseline and --add-suppressions want
// written.
Result<void> adopt(RunResult& run, const CheckOptions& options, Host& host);

}  // namespace forklint::cli
