// The whole program over a Host: what main calls, and what tests call in memory.
#pragma once

#include "base/host.h"

namespace forklint::cli {

// The exit status: 0, 1 or 2 (a broken promise of ours ends the process with 3).
int run(int argc, const char* const* argv, Host& host);

}  // namespace forklint::cli
