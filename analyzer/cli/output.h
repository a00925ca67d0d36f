// Where findings and notices go.
#pragma once

#include <ostream>

#include "cli/options.h"
#include "finding/run_result.h"

namespace forklint::cli {

// The format that was chosen to `out` or the output file, and the other outputs to theirs.
Result<void> write_outputs(const CheckOptions& options, const workspace::Settings& settings,
                           const RunResult& run, Host& host, std::ostream& out);

// Notices on the error stream, unless the user wants none.
void write_notices(const CheckOptions& options, const RunResult& run, Host& host);

}  // namespace forklint::cli
