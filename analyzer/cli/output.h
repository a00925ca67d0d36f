// Where findings and notices go.
#pragma once

#include <ostream>

#include "cli/options.h"
#include "cli/so_far.h"
#include "finding/run_result.h"

namespace forklint::cli {

// What goes to files: each of them is whole or is not written.
Result<void> write_output_files(const CheckOptions& options, const workspace::Settings& settings,
                                const RunResult& run, Host& host);

// What does not go to a file, to `out`.
void print_findings(const CheckOptions& options, const workspace::Settings& settings, const RunResult& run,
                    const Host& host, std::ostream& out);

// All of it, and then the notices. Under the lock until nothing is left but to print. The result is the exit
// status.
Result<int> deliver(const CheckOptions& options, const workspace::Settings& settings, const RunResult& run,
                    Host& host, std::ostream& out, SoFar::Lock lock);

// Notices on the error stream, unless the user wants none.
void write_notices(const CheckOptions& options, const RunResult& run, Host& host);

}  // namespace forklint::cli
