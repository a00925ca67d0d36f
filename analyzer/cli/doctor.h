// Interpreters, what they do at a fork, and the tools to look into a process.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

// 1 where an interpreter has the deadlock of HEAD_LOCK.
Result<int> doctor(const DoctorOptions& options, Host& host);

}  // namespace forklint::cli
